package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Puts the live verification link into a mail, which says what the confirmation is for. */
@Component
class VerificationMail {

    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;
    private final OnboardingSettings settings;

    VerificationMail(OneTimeSecrets secrets, Outbox outbox, Texts texts, OnboardingSettings settings) {
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings;
    }

    void queue(Dossier dossier, OneTimeSecret link, MessagePurpose purpose, String occasion) {
        outbox.queueUntil(
                link.expiresAt(),
                dossier,
                purpose,
                occasion,
                settings.baseUrl() + "/email-confirmation?token=" + secrets.reveal(link),
                texts.moment(link.expiresAt(), dossier.language()),
                texts.text(dossier.language(), "message." + purpose + (dossier.isActive() ? ".change" : ".creation")));
    }
}
