package org.amelionboarding.dossier;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws what nobody can guess. */
final class Draw {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Draw() {}

    /** 8 digits (A1), to be typed. */
    static String code() {
        return "%08d".formatted(RANDOM.nextInt(100_000_000));
    }

    /** 256 bits (A9), in characters that a link or a cookie can hold. */
    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
