package org.amelionboarding.dossier;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Where the student of a dossier is signed in. */
@Component
public class Sessions {

    private final SessionRegistry registry;
    private final OneTimeSecrets secrets;
    private final Devices devices;

    Sessions(SessionRegistry registry, OneTimeSecrets secrets, Devices devices) {
        this.registry = registry;
        this.secrets = secrets;
        this.devices = devices;
    }

    /**
     * Signs the student out everywhere (A17), also where a sign-in still waits for its second step; from now on that step
     * is asked for everywhere.
     */
    public void endAllOf(String dossier) {
        endOthersOf(dossier, null);
    }

    /** As {@link #endAllOf}, but for the session in which the student asks for it. */
    public void endOthersOf(String dossier, String ownSession) {
        registry.getAllSessions(dossier, false).stream()
                .filter(session -> !session.getSessionId().equals(ownSession))
                .forEach(SessionInformation::expireNow);
        secrets.revoke(dossier, SecretPurpose.SIGN_IN_CODE);
        devices.distrust(dossier);
    }
}
