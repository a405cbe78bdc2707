package org.amelionboarding.dossier;

/** The student has signed in. */
public record SignedIn(String dossier) {}
