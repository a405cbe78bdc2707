package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a new link each time; the one before is dead, so that never two are live. */
@Component
class SendResetLink implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;
    private final OnboardingSettings settings;

    SendResetLink(Dossiers dossiers, OneTimeSecrets secrets, Outbox outbox, Texts texts, OnboardingSettings settings) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        OneTimeSecret link = secrets.issueResetToken(dossier.number());
        outbox.queueUntil(
                link.expiresAt(),
                dossier,
                MessagePurpose.RESET_LINK,
                link.id(),
                settings.baseUrl() + "/new-password?token=" + secrets.reveal(link),
                texts.moment(link.expiresAt(), dossier.language()));
    }
}
