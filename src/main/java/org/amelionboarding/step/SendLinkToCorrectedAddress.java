package org.amelionboarding.step;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks for the link once more in the student's stead, by the form on which they wait: so their own process sends it. */
@Component
class SendLinkToCorrectedAddress implements JavaDelegate {

    private final TaskService tasks;
    private final FormService forms;

    SendLinkToCorrectedAddress(@Lazy TaskService tasks, @Lazy FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .taskDefinitionKey("Task_AwaitEmailConfirmation")
                .singleResult()
                .getId();
        forms.submitTaskForm(waiting, Map.of("action", "RESEND"));
    }
}
