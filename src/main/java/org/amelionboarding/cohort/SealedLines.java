package org.amelionboarding.cohort;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.SealedJson;
import org.springframework.stereotype.Component;

/** Files and their lines as they stand in the database. */
@Component
class SealedLines {

    private static final String FILE = "cohort";
    private static final String LINE = "cohort-line";

    private final Cipher cipher;
    private final SealedJson json;

    SealedLines(Cipher cipher, SealedJson json) {
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
        return json.seal(values, LINE);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> open(byte[] payload) {
        return json.open(payload, Map.class, LINE);
    }

    /** The same only for a line that says the same in every column; no cell holds the line break between them. */
    String digest(Map<String, Object> values) {
        return cipher.digest(values.values().stream().map(String::valueOf).collect(joining("\n")), LINE);
    }
}
