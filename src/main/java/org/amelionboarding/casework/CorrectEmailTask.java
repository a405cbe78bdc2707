package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.TaskService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Another address instead of the one that is to be confirmed. */
@Component
@Order(4)
class CorrectEmailTask extends HelpTask {

    CorrectEmailTask(AdvisorHelp help, TaskService tasks) {
        super(HelpReason.MAIL_UNDELIVERABLE, help, tasks);
    }

    @Override
    public CaseAction action() {
        return CaseAction.CORRECT_EMAIL;
    }

    @Override
    boolean concerns(Dossier dossier) {
        return dossier.email() != null;
    }
}
