package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Tells what has happened to the account, and when: it may have been somebody else (CNIL 2022-100, A19). Each notice is a
 * task of its own in a model, and so a class of its own here.
 */
abstract class DatedNotice implements JavaDelegate {

    private final MessagePurpose purpose;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;

    DatedNotice(MessagePurpose purpose, Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        this.purpose = purpose;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(
                dossier, purpose, execution.getProcessInstanceId(), texts.moment(clock.instant(), dossier.language()));
    }
}
