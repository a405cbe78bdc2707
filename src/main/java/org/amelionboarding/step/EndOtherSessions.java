package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Whoever is signed in with the old password, on whatever device, or half-way to it, is not any more (A17). */
@Component
class EndOtherSessions implements JavaDelegate {

    private final SessionRegistry sessions;
    private final OneTimeSecrets secrets;

    EndOtherSessions(SessionRegistry sessions, OneTimeSecrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String dossier = execution.getProcessBusinessKey();
        sessions.getAllSessions(dossier, false).forEach(SessionInformation::expireNow);
        secrets.revoke(dossier, SecretPurpose.SIGN_IN_CODE);
    }
}
