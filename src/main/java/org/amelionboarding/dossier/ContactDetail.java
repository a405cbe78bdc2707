package org.amelionboarding.dossier;

/** What the guide asks to keep up to date: "adresse postale, mail, téléphone". */
public enum ContactDetail {
    POSTAL_ADDRESS,
    EMAIL,
    MOBILE
}
