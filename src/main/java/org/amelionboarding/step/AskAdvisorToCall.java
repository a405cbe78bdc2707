package org.amelionboarding.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A person may reach the student where messages did not. */
@Component
class AskAdvisorToCall implements JavaDelegate {

    private final AdvisorHelp help;

    AskAdvisorToCall(AdvisorHelp help) {
        this.help = help;
    }

    @Override
    public void execute(DelegateExecution execution) {
        help.call(execution.getProcessBusinessKey(), HelpReason.ABANDONMENT_NEAR);
    }
}
