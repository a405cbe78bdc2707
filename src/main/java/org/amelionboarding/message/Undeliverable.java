package org.amelionboarding.message;

/**
 * A message was given up for good, so that the student has to be helped otherwise. Heard once per message, in the
 * transaction that notes it as told: if a listener throws, it is told again later.
 */
public record Undeliverable(String dossier, MessagePurpose purpose) {}
