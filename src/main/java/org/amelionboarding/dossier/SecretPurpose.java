package org.amelionboarding.dossier;

/** What a one-time secret opens; a secret for one purpose is worthless for another (A6). */
public enum SecretPurpose {
    PROVISIONAL_CODE,
    SIGN_IN_CODE,
    EMAIL_LINK
}
