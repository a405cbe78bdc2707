package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.Mac;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * Everything that keeps personal data and secrets unreadable at rest.
 *
 * <p>The context names what is sealed, so that a value cannot be passed off as another kind of value.
 *
 * <p>Source: requirement A27 (NIR encrypted, looked up with a key outside the database), A8 (no clear code at rest).
 */
public class Cipher {

    private final Aead aead;
    private final DeterministicAead lookup;
    private final Mac mac;

    Cipher(Aead aead, DeterministicAead lookup, Mac mac) {
        this.aead = aead;
        this.lookup = lookup;
        this.mac = mac;
    }

    /** Seals a text; the same text gives another result each time. */
    public byte[] seal(String clear, String context) {
        return guarded(() -> aead.encrypt(bytes(clear), bytes(context)));
    }

    public String open(byte[] sealed, String context) {
        return new String(guarded(() -> aead.decrypt(sealed, bytes(context))), UTF_8);
    }

    /** Seals a text so that the same text always gives the same result and can be found by it. */
    public byte[] sealFindably(String clear, String context) {
        return guarded(() -> lookup.encryptDeterministically(bytes(clear), bytes(context)));
    }

    public String openFindable(byte[] sealed, String context) {
        return new String(guarded(() -> lookup.decryptDeterministically(sealed, bytes(context))), UTF_8);
    }

    /** Keyed digest (HMAC-SHA-256, in hexadecimal digits) of a secret that need never be read again. */
    public String digest(String secret, String context) {
        return HexFormat.of().formatHex(guarded(() -> mac.computeMac(bytes(context + '|' + secret))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] guarded(Operation operation) {
        try {
            return operation.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in use do not fit the stored data", e);
        }
    }

    private interface Operation {
        byte[] run() throws GeneralSecurityException;
    }
}
