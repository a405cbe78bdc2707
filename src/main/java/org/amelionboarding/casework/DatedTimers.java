package org.amelionboarding.casework;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Timers whose date the application is asked for. Those that count, or repeat, are none of them. */
@Component
class DatedTimers {

    private final RuntimeService processes;
    private final ManagementService management;
    private final RepositoryService repository;

    DatedTimers(RuntimeService processes, ManagementService management, RepositoryService repository) {
        this.processes = processes;
        this.management = management;
        this.repository = repository;
    }

    /** Has all of a dossier's ask for their dates once more. */
    void askAgain(String dossier) {
        processes.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).timers().list().stream())
                .filter(this::isDated)
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    private boolean isDated(Job timer) {
        String event = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return repository
                .getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(event)
                .getChildElementsByType(TimerEventDefinition.class)
                .stream()
                .anyMatch(definition -> definition.getTimeDate() != null);
    }
}
