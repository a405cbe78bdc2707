package org.amelionboarding.dossier;

/** Another address of an active account is confirmed: whatever trusted the one before has to ask again. */
public record EmailChanged(String dossier) {}
