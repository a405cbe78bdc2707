package org.amelionboarding.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.engine.Groups;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code handed over at the desk: issued, and its task done, in one transaction and with the advisor's own rights, so
 * that there is never a code without a done task, nor the other way round.
 */
@Component
class HandOver {

    enum State {
        READY,
        CLAIMED,
        OVER
    }

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final CodeSlip slip;

    HandOver(
            TaskService tasks,
            FormService forms,
            IdentityService identities,
            Dossiers dossiers,
            OneTimeSecrets secrets,
            CodeSlip slip) {
        this.tasks = tasks;
        this.forms = forms;
        this.identities = identities;
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.slip = slip;
    }

    State look(String task, String advisor) {
        Task found = tasks.createTaskQuery()
                .taskId(task)
                .taskDefinitionKey("Task_HandOverCode")
                .singleResult();
        if (found == null) {
            return State.OVER;
        }
        return found.getAssignee() == null || found.getAssignee().equals(advisor) ? State.READY : State.CLAIMED;
    }

    /** Who the student is, as the task's form tells it. */
    Map<String, Object> student(String task, String advisor) {
        return as(advisor, () -> forms.getTaskFormVariables(task));
    }

    /** @throws org.camunda.bpm.engine.ProcessEngineException if it is refused or too late; nothing is done then */
    @Transactional
    public CodeSlip.Words complete(String task, boolean identityChecked, String advisor) {
        return as(advisor, () -> {
            String number = (String) forms.getTaskFormVariables(task).get("dossier");
            dossiers.lock(number);
            String code = secrets.issueForDesk(number);
            forms.submitTaskForm(task, Map.of("action", "HAND_OVER", "identityChecked", identityChecked));
            return slip.of(dossiers.of(number), code);
        });
    }

    /** The engine knows who has signed in only on the addresses of its web applications. */
    private <T> T as(String advisor, Supplier<T> action) {
        identities.setAuthentication(advisor, List.of(Groups.ADVISORS));
        try {
            return action.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
