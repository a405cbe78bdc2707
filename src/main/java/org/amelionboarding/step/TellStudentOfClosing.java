package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student that an advisor closes the dossier; by SMS, and before the number is erased. */
@Component
class TellStudentOfClosing implements JavaDelegate {

    private final Dossiers dossiers;
    private final Outbox outbox;

    TellStudentOfClosing(Dossiers dossiers, Outbox outbox) {
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.queue(dossiers.of(execution.getProcessBusinessKey()), MessagePurpose.CLOSED_BY_ADVISOR, "once");
    }
}
