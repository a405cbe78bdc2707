package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Readiness;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student what is missing before a code can be issued. */
@Component
class SendGuidance implements JavaDelegate {

    private final Dossiers dossiers;
    private final Outbox outbox;

    SendGuidance(Dossiers dossiers, Outbox outbox) {
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(dossier, guidance(dossier.readiness()), "once");
    }

    private static MessagePurpose guidance(Readiness readiness) {
        return switch (readiness) {
            case WAIT_FOR_NUMBER -> MessagePurpose.GUIDANCE_WAIT_FOR_NUMBER;
            case WAIT_FOR_CARD -> MessagePurpose.GUIDANCE_WAIT_FOR_CARD;
            case FINISH_REGISTRATION -> MessagePurpose.GUIDANCE_FINISH_REGISTRATION;
            case READY -> throw new IllegalStateException("Nothing is missing");
        };
    }
}
