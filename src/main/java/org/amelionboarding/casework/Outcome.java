package org.amelionboarding.casework;

/** What has become of an action; refused is one that the dossier's state no longer admits. */
enum Outcome {
    DONE,
    REFUSED
}
