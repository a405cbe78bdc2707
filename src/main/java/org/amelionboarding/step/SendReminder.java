package org.amelionboarding.step;

import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Recalls an unused verification link, once per link however often it was sent. Without a live link mails have been of
 * no use: the last notice goes out by SMS.
 */
@Component
class SendReminder implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final VerificationMail mail;
    private final Outbox outbox;
    private final Schedule schedule;
    private final Texts texts;

    SendReminder(
            Dossiers dossiers,
            OneTimeSecrets secrets,
            VerificationMail mail,
            Outbox outbox,
            Schedule schedule,
            Texts texts) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.mail = mail;
        this.outbox = outbox;
        this.schedule = schedule;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        Optional<OneTimeSecret> live = secrets.live(dossier.number(), SecretPurpose.EMAIL_LINK);
        if (live.isPresent()) {
            mail.queue(
                    dossier,
                    live.get(),
                    MessagePurpose.VERIFICATION_REMINDER,
                    live.get().id());
        } else if (schedule.closingNear(dossier.number())) {
            giveNotice(dossier);
        }
    }

    private void giveNotice(Dossier dossier) {
        String closingDate = texts.date(schedule.closingDate(dossier.number()), dossier.language());
        outbox.queue(dossier, MessagePurpose.CLOSING_NOTICE, closingDate, closingDate);
    }
}
