package org.amelionboarding.dossier;

/** The dossier will soon be closed because the student does nothing. */
public record AbandonmentNear(String dossier) {}
