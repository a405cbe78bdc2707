package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks a waiting student whether number and card have come, and tells until when the dossier waits. */
@Component
class SendCheckIn implements JavaDelegate {

    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Texts texts;
    private final OnboardingSettings.Waiting settings;
    private final Clock clock;

    SendCheckIn(Dossiers dossiers, Outbox outbox, Texts texts, OnboardingSettings settings, Clock clock) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings.waiting();
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(
                dossier,
                MessagePurpose.WAITING_CHECK_IN,
                clock.instant().toString(),
                texts.date(settings.closing(dossier), dossier.language()));
    }
}
