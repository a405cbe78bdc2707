package org.amelionboarding.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Values of several parts as they stand in the database: sealed. */
@Component
public class SealedJson {

    private final Cipher cipher;
    private final ObjectMapper json;

    SealedJson(Cipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /** @param context as of {@link Cipher} */
    public byte[] seal(Object value, String context) {
        try {
            return cipher.seal(json.writeValueAsString(value), context);
        } catch (JsonProcessingException e) {
            throw unreadable(context);
        }
    }

    /** @param context as of {@link Cipher} */
    public <T> T open(byte[] sealed, Class<T> type, String context) {
        try {
            return json.readValue(cipher.open(sealed, context), type);
        } catch (JsonProcessingException e) {
            throw unreadable(context);
        }
    }

    /** Without the cause: Jackson quotes the text that it could not read. */
    private static IllegalStateException unreadable(String context) {
        return new IllegalStateException("Cannot be written or read: " + context);
    }
}
