package org.amelionboarding.dossier;

/** How the student asked for the provisional code (the guide names these two). */
public enum RequestChannel {
    PHONE_3646,
    AGENCY
}
