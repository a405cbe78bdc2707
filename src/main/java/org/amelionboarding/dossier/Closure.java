package org.amelionboarding.dossier;

/** Why a dossier was closed: before the account became active, or with everything of it. */
public enum Closure {
    PREREQUISITES_MISSING,
    PREREQUISITES_NEVER_MET,
    ABANDONED,
    TERMS_REFUSED,
    EMAIL_NEVER_CONFIRMED,
    CANCELLED_BY_STUDENT,
    CLOSED_BY_ADVISOR,
    /** On request (GDPR art. 17). */
    ERASED,
    /** Nobody has signed in for a long time. */
    UNUSED
}
