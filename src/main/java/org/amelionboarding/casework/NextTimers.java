package org.amelionboarding.casework;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** What comes by itself if nobody does anything, and when. */
@Component
class NextTimers {

    record Next(String text, String when) {}

    private final Timers timers;
    private final RuntimeService processes;
    private final Words words;

    NextTimers(Timers timers, RuntimeService processes, Words words) {
        this.timers = timers;
        this.processes = processes;
        this.words = words;
    }

    /** The soonest first. */
    List<Next> of(String dossier) {
        return timers.of(dossier).stream().map(this::next).toList();
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
        return new Next(
                words.timer(timer.getProcessDefinitionKey(), timers.event(timer)), words.moment(timer.getDuedate()));
    }
}
