package org.amelionboarding.step;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

@Component
class ResolveIncident implements JavaDelegate {

    private final RuntimeService runtime;

    ResolveIncident(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runtime
                .createIncidentQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .incidentType(RaiseIncident.INCIDENT)
                .list()
                .stream()
                .map(Incident::getId)
                .forEach(execution::resolveIncident);
    }
}
