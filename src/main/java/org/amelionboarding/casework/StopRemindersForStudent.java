package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.form.StopReminders;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** As the student does by the link in each reminder of the profile. */
@Component
@Order(6)
class StopRemindersForStudent implements Deed {

    private final Profiles profiles;
    private final StopReminders reminders;
    private final RuntimeService processes;

    StopRemindersForStudent(Profiles profiles, StopReminders reminders, RuntimeService processes) {
        this.profiles = profiles;
        this.reminders = reminders;
        this.processes = processes;
    }

    @Override
    public CaseAction action() {
        return CaseAction.STOP_REMINDERS;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return dossier.isInUse() && isReminded(dossier.number()) && !profiles.areRemindersStopped(dossier.number());
    }

    private boolean isReminded(String dossier) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey("profile-completion")
                        .processInstanceBusinessKey(dossier)
                        .count()
                > 0;
    }

    @Override
    public void carryOut(Dossier dossier) {
        reminders.stopFor(dossier.number());
    }
}
