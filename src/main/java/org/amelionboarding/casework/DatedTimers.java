package org.amelionboarding.casework;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Timers whose date the application is asked for. Those that count, or repeat, are none of them. */
@Component
class DatedTimers {

    private final Timers timers;
    private final ManagementService management;
    private final RepositoryService repository;

    DatedTimers(Timers timers, ManagementService management, RepositoryService repository) {
        this.timers = timers;
        this.management = management;
        this.repository = repository;
    }

    /** Has all of a dossier's ask for their dates once more. */
    void askAgain(String dossier) {
        timers.of(dossier).stream()
                .filter(this::isDated)
                .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    private boolean isDated(Job timer) {
        return repository
                .getBpmnModelInstance(timer.getProcessDefinitionId())
                .getModelElementById(timers.event(timer))
                .getChildElementsByType(TimerEventDefinition.class)
                .stream()
                .anyMatch(definition -> definition.getTimeDate() != null);
    }
}
