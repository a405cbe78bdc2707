package org.amelionboarding.dossier;

/** Why a typed e-mail address is refused. */
public enum EmailProblem {
    /** Nothing was typed. */
    EMPTY,
    /** Not one deliverable address. */
    MALFORMED,
    /** More than 254 characters, or more than 64 before the at sign (RFC 5321). */
    TOO_LONG,
    /** A university's address, which ends with the studies; the guide asks for a personal one. */
    UNIVERSITY
}
