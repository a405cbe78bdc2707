package org.amelionboarding.dossier;

/**
 * A provisional code has become worthless at one network address; told once per code and address.
 *
 * <p>It is published in the transaction that notes the lock. Who listens does so after the commit and on another thread
 * ({@code @Async @TransactionalEventListener}), so that the answer to a wrong try takes no longer for a number that is
 * known than for one that is not (A12).
 */
public record CodeLocked(String dossier) {}
