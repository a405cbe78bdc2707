package org.amelionboarding.dossier;

/** How an item of the profile stands. A task is shown for one that is open, or was put off until now. */
public enum ProfileState {
    OPEN,
    PUT_OFF,
    DONE
}
