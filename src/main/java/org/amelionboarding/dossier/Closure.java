package org.amelionboarding.dossier;

/** Why a dossier ended without an active account. */
public enum Closure {
    PREREQUISITES_MISSING,
    EMAIL_NEVER_CONFIRMED,
    CANCELLED_BY_STUDENT
}
