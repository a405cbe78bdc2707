package org.amelionboarding.dossier;

/** What a one-time secret opens; a secret for one purpose is worthless for another (A6). */
public enum SecretPurpose {
    PROVISIONAL_CODE,
    SIGN_IN_CODE,
    EMAIL_LINK,
    RESET_LINK;

    /** A link must be found without knowing whose it is; a code is worthless without its dossier. */
    boolean isLink() {
        return this == EMAIL_LINK || this == RESET_LINK;
    }
}
