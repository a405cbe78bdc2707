package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the owner that the password was changed: it may have been somebody else (CNIL 2022-100, A19). */
@Component
class TellOwner implements JavaDelegate {

    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;

    TellOwner(Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(
                dossier,
                MessagePurpose.PASSWORD_CHANGED,
                execution.getProcessInstanceId(),
                texts.moment(clock.instant(), dossier.language()));
    }
}
