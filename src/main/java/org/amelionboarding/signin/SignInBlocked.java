package org.amelionboarding.signin;

import java.time.Instant;

/** Too many wrong tries; the wait ends by itself. */
class SignInBlocked extends SignInProblem {

    private final transient Instant until;

    SignInBlocked(Instant until) {
        super("Sign-in blocked for a while");
        this.until = until;
    }

    Instant until() {
        return until;
    }

    @Override
    String query() {
        return "problem=BLOCKED&until=" + until.getEpochSecond();
    }
}
