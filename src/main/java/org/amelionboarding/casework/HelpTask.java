package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.TaskService;

/** Opens an advisors' task before a message has come back: its form does the rest. One at a time. */
abstract class HelpTask implements Deed {

    private final HelpReason reason;
    private final AdvisorHelp help;
    private final TaskService tasks;

    HelpTask(HelpReason reason, AdvisorHelp help, TaskService tasks) {
        this.reason = reason;
        this.help = help;
        this.tasks = tasks;
    }

    /** Whether the student has what the task is about. */
    abstract boolean concerns(Dossier dossier);

    @Override
    public boolean isPossible(Dossier dossier) {
        return dossier.isUnderWay() && concerns(dossier) && !isOpen(dossier);
    }

    private boolean isOpen(Dossier dossier) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(dossier.number())
                        .taskDefinitionKey(reason.task())
                        .count()
                > 0;
    }

    @Override
    public void carryOut(Dossier dossier) {
        help.call(dossier.number(), reason);
    }
}
