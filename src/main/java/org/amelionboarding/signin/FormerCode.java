package org.amelionboarding.signin;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OneTimeSecret;

/** This provisional code was right once: it has expired, been replaced or been used. */
class FormerCode extends SignInProblem {

    private final boolean used;
    private final boolean passwordChosen;

    FormerCode(OneTimeSecret code, Dossier dossier) {
        super(code.isUsed() ? "Code used" : "Code expired");
        this.used = code.isUsed();
        this.passwordChosen = dossier.passwordHash() != null;
    }

    @Override
    String query() {
        return "problem=" + (used ? "USED_CODE" : "EXPIRED_CODE") + (passwordChosen ? "&password=CHOSEN" : "");
    }
}
