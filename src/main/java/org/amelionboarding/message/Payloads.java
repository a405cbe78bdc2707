package org.amelionboarding.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.amelionboarding.dossier.Cipher;
import org.springframework.stereotype.Component;

/** Envelopes as they stand in the database: sealed. */
@Component
public class Payloads {

    private static final String CONTEXT = "message";

    private final Cipher cipher;
    private final ObjectMapper json;

    Payloads(Cipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    public byte[] seal(Envelope envelope) {
        try {
            return cipher.seal(json.writeValueAsString(envelope), CONTEXT);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    public Envelope open(byte[] payload) {
        try {
            return json.readValue(cipher.open(payload, CONTEXT), Envelope.class);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    /** Without the cause: Jackson quotes the text that it could not read. */
    private static IllegalStateException unreadable() {
        return new IllegalStateException("Message payload cannot be written or read");
    }
}
