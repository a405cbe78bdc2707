package org.amelionboarding.dossier;

/** What held the student up is over: the address is corrected, the account is active or the dossier closed. */
public record MovedOn(String dossier) {}
