package org.amelionboarding.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The timers of all that runs for a dossier. */
@Component
class Timers {

    private final RuntimeService processes;
    private final ManagementService management;

    Timers(RuntimeService processes, ManagementService management) {
        this.processes = processes;
        this.management = management;
    }

    /** The soonest first. */
    List<Job> of(String dossier) {
        Set<String> instances =
                processes.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceIds(instances)
                        .timers()
                        .orderByJobDuedate()
                        .asc()
                        .list();
    }

    /** Id in the model of the event that a timer brings. */
    String event(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
