package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.TaskService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The code at the desk, or another mobile number. */
@Component
@Order(3)
class HandOverCodeTask extends HelpTask {

    HandOverCodeTask(AdvisorHelp help, TaskService tasks) {
        super(HelpReason.SMS_UNDELIVERABLE, help, tasks);
    }

    @Override
    public CaseAction action() {
        return CaseAction.HAND_OVER_CODE;
    }

    @Override
    boolean concerns(Dossier dossier) {
        return dossier.isReady();
    }
}
