package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Puts the provisional code into an SMS. */
@Component
class CodeMessage {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;

    CodeMessage(Dossiers dossiers, OneTimeSecrets secrets, Outbox outbox, Texts texts) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
    }

    void queue(OneTimeSecret code) {
        Dossier dossier = dossiers.of(code.dossier());
        int sentBefore = outbox.count(dossier.number(), MessagePurpose.PROVISIONAL_CODE);
        outbox.queueUntil(
                code.expiresAt(),
                dossier,
                MessagePurpose.PROVISIONAL_CODE,
                "" + (sentBefore + 1),
                secrets.reveal(code),
                texts.date(code.expiresAt(), dossier.language()));
    }
}
