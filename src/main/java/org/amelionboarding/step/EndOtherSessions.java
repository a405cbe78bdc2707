package org.amelionboarding.step;

import org.amelionboarding.dossier.Sessions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever is signed in with the old password, on whatever device, or half-way to it, is not any more (A17). */
@Component
class EndOtherSessions implements JavaDelegate {

    private final Sessions sessions;

    EndOtherSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sessions.endAllOf(execution.getProcessBusinessKey());
    }
}
