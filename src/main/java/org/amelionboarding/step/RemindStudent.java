package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Recalls an unfinished step and tells the closing date. By SMS: there is no confirmed address yet. */
@Component
class RemindStudent implements JavaDelegate {

    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Texts texts;
    private final Schedule schedule;
    private final Clock clock;

    RemindStudent(Dossiers dossiers, Outbox outbox, Texts texts, Schedule schedule, Clock clock) {
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.texts = texts;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(
                dossier,
                MessagePurpose.STEP_REMINDER,
                clock.instant().toString(),
                texts.date(schedule.closingDate(dossier.number()), dossier.language()));
    }
}
