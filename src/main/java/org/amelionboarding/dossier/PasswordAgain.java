package org.amelionboarding.dossier;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks who is signed in for the password once more, before something that only its owner may change (A19). Wrong ones
 * are counted and slowed down as at sign-in, so that whoever finds an open session cannot guess it here.
 *
 * <p>Never in the caller's transaction: a wrong password stays counted though the form it came with is refused.
 */
@Component
public class PasswordAgain {

    /** They all come from a session, wherever that is. */
    private static final String ORIGIN = "session";

    private final Dossiers dossiers;
    private final Passwords passwords;
    private final SignInAttempts attempts;

    PasswordAgain(Dossiers dossiers, Passwords passwords, SignInAttempts attempts) {
        this.dossiers = dossiers;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Whether this is the password of the dossier. While a wait lasts none is, and nothing is looked at.
     *
     * @param typed as received; null is no password
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean confirms(String dossier, String typed) {
        if (typed == null || attempts.begin(nameOf(dossier), ORIGIN).isPresent()) {
            return false;
        }
        boolean right = isRight(dossier, typed);
        if (right) {
            attempts.succeeded(nameOf(dossier), ORIGIN);
        }
        return right;
    }

    /** Why a password is not taken. */
    public enum Refusal {
        /** Too many were wrong: see {@link #waitsUntil}. */
        WAIT,
        EMPTY,
        WRONG
    }

    /** As {@link #confirms}; empty if it is the password. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Refusal> refusal(String dossier, String typed) {
        if (waitsUntil(dossier).isPresent()) {
            return Optional.of(Refusal.WAIT);
        }
        if (typed.isEmpty()) {
            return Optional.of(Refusal.EMPTY);
        }
        return confirms(dossier, typed) ? Optional.empty() : Optional.of(Refusal.WRONG);
    }

    private boolean isRight(String dossier, String typed) {
        try {
            return passwords.matches(typed, dossiers.of(dossier).passwordHash());
        } catch (TooBusy e) {
            attempts.takeBack(nameOf(dossier), ORIGIN);
            throw e;
        }
    }

    /** Until when nothing is looked at, after too many wrong ones. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Instant> waitsUntil(String dossier) {
        return attempts.waitsUntil(nameOf(dossier), ORIGIN);
    }

    static String nameOf(String dossier) {
        return "password again " + dossier;
    }
}
