package org.amelionboarding.step;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the process of the open dossier that the student has asked again: to go on if it waits, else for a new code. */
@Component
class LeadToOpenDossier implements JavaDelegate {

    private final RuntimeService runtime;

    LeadToOpenDossier(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String open = openInstance(execution);
        boolean waits = runtime.createExecutionQuery()
                        .processInstanceId(open)
                        .messageEventSubscriptionName("REQUESTED_AGAIN")
                        .count()
                > 0;
        runtime.createMessageCorrelation(waits ? "REQUESTED_AGAIN" : "NEW_CODE_ASKED")
                .processInstanceId(open)
                .correlate();
    }

    private String openInstance(DelegateExecution execution) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("account-creation")
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter(id -> !id.equals(execution.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }
}
