package org.amelionboarding.dossier;

import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Judges, hashes and verifies a student's password.
 *
 * <p>Argon2id with 19 MiB, 2 passes, 1 lane, salt 16 and hash 32 bytes (A20, OWASP): it hashes the whole password, where
 * bcrypt stops at 72 bytes and 50 characters of € are 150.
 */
@Component
public class Passwords {

    private final PasswordEncoder argon2;
    private final String nobodys;
    private final PasswordPolicy policy;

    Passwords(PasswordPolicy policy, HashingLine line) {
        this.policy = policy;
        this.argon2 = line.around(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2));
        this.nobodys = argon2.encode("nobody's password");
    }

    /** The same answer for the form's gate and for the live check while typing. */
    public PasswordVerdict assess(String password, Dossier owner) {
        Identity identity = owner.identity();
        return policy.verdict(
                password, owner.nir(), identity.birthDate(), List.of(identity.familyName(), identity.givenNames()));
    }

    /** @throws TooBusy if too many are to be hashed now */
    public String hash(String password) {
        return argon2.encode(password);
    }

    /**
     * Takes the same time whether there is a password or not (A12).
     *
     * @param hash null if there is none
     * @throws TooBusy as for {@link #hash}
     */
    public boolean matches(String password, String hash) {
        boolean right = argon2.matches(password, hash == null ? nobodys : hash);
        return right && hash != null;
    }
}
