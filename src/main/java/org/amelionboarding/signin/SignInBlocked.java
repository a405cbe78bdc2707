package org.amelionboarding.signin;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong tries; the wait ends by itself. */
class SignInBlocked extends AuthenticationException {

    private final transient Instant until;

    SignInBlocked(Instant until) {
        super("Sign-in blocked for a while");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
