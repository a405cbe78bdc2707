package org.amelionboarding.dossier;

/**
 * A provisional code has become worthless at one network address; told once per code and address.
 *
 * <p>It is published when the last try has been counted and committed. Who listens does so on another thread
 * ({@code @Async}), so that the answer to a wrong try takes no longer for a number that is
 * known than for one that is not (A12).
 */
public record CodeLocked(String dossier) {}
