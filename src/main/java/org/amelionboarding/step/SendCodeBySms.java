package org.amelionboarding.step;

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

@Component
class SendCodeBySms implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;

    SendCodeBySms(Dossiers dossiers, OneTimeSecrets secrets, Outbox outbox, Texts texts) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        OneTimeSecret code =
                secrets.live(dossier.number(), SecretPurpose.PROVISIONAL_CODE).orElseThrow();
        outbox.queue(
                dossier,
                MessagePurpose.PROVISIONAL_CODE,
                code.id(),
                secrets.reveal(code),
                texts.date(code.expiresAt(), dossier.language()));
    }
}
