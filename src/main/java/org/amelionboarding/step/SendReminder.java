package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Recalls an unused verification link, once per link however often it was sent. */
@Component
class SendReminder implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final VerificationMail mail;

    SendReminder(Dossiers dossiers, OneTimeSecrets secrets, VerificationMail mail) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        secrets.live(dossier.number(), SecretPurpose.EMAIL_LINK)
                .ifPresent(link -> mail.queue(dossier, link, MessagePurpose.VERIFICATION_REMINDER, link.id()));
    }
}
