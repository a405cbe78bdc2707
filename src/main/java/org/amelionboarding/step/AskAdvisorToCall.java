package org.amelionboarding.step;

import org.amelionboarding.dossier.AbandonmentNear;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A person may reach the student where messages did not. */
@Component
class AskAdvisorToCall implements JavaDelegate {

    private final ApplicationEventPublisher events;

    AskAdvisorToCall(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        events.publishEvent(new AbandonmentNear(execution.getProcessBusinessKey()));
    }
}
