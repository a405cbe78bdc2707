package org.amelionboarding.dossier;

public record CodeLocked(String dossier) {}
