package org.amelionboarding.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What comes by itself if nobody does anything, and when. */
@Component
class NextTimers {

    record Next(String text, String when) {}

    private final RuntimeService processes;
    private final ManagementService management;
    private final Words words;

    NextTimers(RuntimeService processes, ManagementService management, Words words) {
        this.processes = processes;
        this.management = management;
        this.words = words;
    }

    /** The soonest first. */
    List<Next> of(String dossier) {
        Set<String> instances =
                processes.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return List.of();
        }
        return management
                .createJobQuery()
                .processInstanceIds(instances)
                .timers()
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(this::next)
                .toList();
    }

    /** How many of the jobs were given up: an operator has to look. */
    long incidents(String dossier) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .withIncident()
                .count();
    }

    private Next next(Job timer) {
        String event = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return new Next(words.timer(timer.getProcessDefinitionKey(), event), words.moment(timer.getDuedate()));
    }
}
