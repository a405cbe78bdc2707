package org.amelionboarding.message;

import org.amelionboarding.dossier.SealedJson;
import org.springframework.stereotype.Component;

/** Envelopes as they stand in the database: sealed. */
@Component
public class Payloads {

    private static final String CONTEXT = "message";

    private final SealedJson sealed;

    Payloads(SealedJson sealed) {
        this.sealed = sealed;
    }

    public byte[] seal(Envelope envelope) {
        return sealed.seal(envelope, CONTEXT);
    }

    public Envelope open(byte[] payload) {
        return sealed.open(payload, Envelope.class, CONTEXT);
    }
}
