package org.amelionboarding.signin;

import org.springframework.security.core.AuthenticationException;

/**
 * The password was right and the account is active: the second step is still to come. Not an authentication of any kind,
 * so that half a sign-in opens nothing (A18).
 */
class CodeNeeded extends AuthenticationException {

    private final String dossier;

    CodeNeeded(String dossier) {
        super("Second step needed");
        this.dossier = dossier;
    }

    String dossier() {
        return dossier;
    }
}
