package org.amelionboarding.retention;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** What the processes of a dossier have passed, in the words of the models. */
@Component
class ProcessHistory {

    /** @param steps in the order in which they began */
    record Passed(String process, Instant startedAt, Instant endedAt, List<Step> steps) {}

    /** @param endedAt null of what goes on */
    record Step(String step, Instant startedAt, Instant endedAt) {}

    private final HistoryService history;

    ProcessHistory(HistoryService history) {
        this.history = history;
    }

    List<Passed> of(String dossier) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::passed)
                .toList();
    }

    private Passed passed(HistoricProcessInstance process) {
        List<Step> steps = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .filter(activity -> activity.getActivityName() != null)
                .map(ProcessHistory::step)
                .toList();
        return new Passed(
                process.getProcessDefinitionName(),
                instant(process.getStartTime()),
                instant(process.getEndTime()),
                steps);
    }

    private static Step step(HistoricActivityInstance activity) {
        return new Step(activity.getActivityName(), instant(activity.getStartTime()), instant(activity.getEndTime()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
