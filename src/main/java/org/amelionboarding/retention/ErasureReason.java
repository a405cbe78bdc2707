package org.amelionboarding.retention;

/** Why a dossier is erased on request. A list, so that nothing personal can be written into the log. */
public enum ErasureReason {
    REQUEST_OF_PERSON,
    OPENED_BY_MISTAKE,
    DECEASED,
    UNLAWFUL
}
