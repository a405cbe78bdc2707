package org.amelionboarding.dossier;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Where the student of a dossier is signed in. */
@Component
public class Sessions {

    private final SessionRegistry registry;
    private final OneTimeSecrets secrets;

    Sessions(SessionRegistry registry, OneTimeSecrets secrets) {
        this.registry = registry;
        this.secrets = secrets;
    }

    /** Signs the student out everywhere (A17), also where a sign-in still waits for its second step. */
    public void endAllOf(String dossier) {
        registry.getAllSessions(dossier, false).forEach(SessionInformation::expireNow);
        secrets.revoke(dossier, SecretPurpose.SIGN_IN_CODE);
    }
}
