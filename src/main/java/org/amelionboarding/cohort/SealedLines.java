package org.amelionboarding.cohort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.amelionboarding.dossier.Cipher;
import org.springframework.stereotype.Component;

/** Files and their lines as they stand in the database. */
@Component
class SealedLines {

    private static final String FILE = "cohort";
    private static final String LINE = "cohort-line";
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final Cipher cipher;
    private final ObjectMapper json;

    SealedLines(Cipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    byte[] sealFile(String text) {
        return cipher.seal(text, FILE);
    }

    String openFile(byte[] sealed) {
        return cipher.open(sealed, FILE);
    }

    byte[] seal(Map<String, Object> values) {
        return cipher.seal(written(values), LINE);
    }

    String digest(Map<String, Object> values) {
        return cipher.digest(written(values), LINE);
    }

    Map<String, Object> open(byte[] payload) {
        try {
            return json.readValue(cipher.open(payload, LINE), VALUES);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private String written(Map<String, Object> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    /** Without the cause: Jackson quotes the text that it could not read. */
    private static IllegalStateException unreadable() {
        return new IllegalStateException("Line of a cohort cannot be written or read");
    }
}
