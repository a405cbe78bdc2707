package org.amelionboarding.dossier;

/** Why a typed mobile number is refused. */
public enum MobileProblem {
    /** Nothing was typed. */
    EMPTY,
    /** Not an existing telephone number. */
    MALFORMED,
    /** A number that cannot receive SMS: fixed, free or premium. */
    NOT_MOBILE
}
