package org.amelionboarding.message;

public record Undeliverable(String dossier, MessagePurpose purpose) {}
