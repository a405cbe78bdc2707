package org.amelionboarding.signin;

import org.springframework.security.core.AuthenticationException;

/** A refusal that explains itself on the sign-in page. */
abstract class SignInProblem extends AuthenticationException {

    SignInProblem(String message) {
        super(message);
    }

    /** What the page's address says of it: {@code problem=…}. */
    abstract String query();
}
