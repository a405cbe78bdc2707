package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends the live link again if there is one, so that the one in an earlier mail goes on working, else a new one. That an
 * address belongs to another account is told to the address only, never to who typed it (A28).
 */
@Component
class SendVerificationLink implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final VerificationMail mail;

    SendVerificationLink(Dossiers dossiers, OneTimeSecrets secrets, Outbox outbox, VerificationMail mail) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        OneTimeSecret link = liveLink(dossier.number());
        if (dossiers.isTaken(dossier.emailToConfirm(), dossier.number())) {
            outbox.queue(dossier, MessagePurpose.EMAIL_ALREADY_USED, link.id());
        } else {
            int sentBefore = outbox.count(dossier.number(), MessagePurpose.VERIFICATION_LINK);
            mail.queue(dossier, link, MessagePurpose.VERIFICATION_LINK, "" + (sentBefore + 1));
        }
    }

    private OneTimeSecret liveLink(String number) {
        return secrets.live(number, SecretPurpose.EMAIL_LINK).orElseGet(() -> secrets.issueLinkToken(number));
    }
}
