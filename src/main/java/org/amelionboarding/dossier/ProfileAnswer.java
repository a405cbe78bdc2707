package org.amelionboarding.dossier;

/** What a student says of an item of the profile. LATER keeps it open. */
public enum ProfileAnswer {
    DONE,
    NOT_CONCERNED,
    LATER
}
