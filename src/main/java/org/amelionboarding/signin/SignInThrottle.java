package org.amelionboarding.signin;

import org.amelionboarding.dossier.Origins;
import org.amelionboarding.dossier.SignInAttempts;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets an attempt to sign in go on, or makes it wait. */
@Component
class SignInThrottle {

    private final SignInAttempts attempts;
    private final Origins origins;

    SignInThrottle(SignInAttempts attempts, Origins origins) {
        this.attempts = attempts;
        this.origins = origins;
    }

    /** @throws SignInBlocked while a wait lasts */
    void begin(String name, Authentication attempt) {
        attempts.begin(name, origin(attempt)).ifPresent(until -> {
            throw new SignInBlocked(until);
        });
    }

    /** Takes as long as counting the try of a code. */
    void countNothing(String name, Authentication attempt) {
        attempts.countNothing(name, origin(attempt));
    }

    /** It could not be looked at. */
    void takeBack(String name, Authentication attempt) {
        attempts.takeBack(name, origin(attempt));
    }

    void succeeded(String name, Authentication attempt) {
        attempts.succeeded(name, origin(attempt));
    }

    /** Where it comes from, as a keyed digest. */
    String origin(Authentication attempt) {
        return origins.of(((WebAuthenticationDetails) attempt.getDetails()).getRemoteAddress());
    }
}
