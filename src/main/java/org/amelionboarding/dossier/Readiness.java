package org.amelionboarding.dossier;

/** What the decision table {@code prerequisites.dmn} says of a code request. */
public enum Readiness {
    READY,
    WAIT_FOR_NUMBER,
    WAIT_FOR_CARD,
    FINISH_REGISTRATION
}
