package org.amelionboarding.dossier;

/** How the student asked for the provisional code (the guide names the first two). */
public enum RequestChannel {
    PHONE_3646,
    AGENCY,
    /** The university asked, for all its students in one file. */
    COHORT
}
