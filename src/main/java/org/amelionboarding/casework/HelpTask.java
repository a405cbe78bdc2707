package org.amelionboarding.casework;

import java.util.function.Predicate;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.camunda.bpm.engine.TaskService;

/** Opens an advisors' task, whose form does the rest. One at a time. */
class HelpTask implements Deed {

    private final CaseAction action;
    private final HelpReason reason;
    private final Predicate<Dossier> concerned;
    private final AdvisorHelp help;
    private final TaskService tasks;

    /** @param concerned whether the student has what the task is about */
    HelpTask(CaseAction action, HelpReason reason, Predicate<Dossier> concerned, AdvisorHelp help, TaskService tasks) {
        this.action = action;
        this.reason = reason;
        this.concerned = concerned;
        this.help = help;
        this.tasks = tasks;
    }

    @Override
    public CaseAction action() {
        return action;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return dossier.isUnderWay() && concerned.test(dossier) && !isOpen(dossier);
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
