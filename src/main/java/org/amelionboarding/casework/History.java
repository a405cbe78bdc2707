package org.amelionboarding.casework;

import static java.util.Comparator.comparing;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of a dossier that means something to a person. Left out is what the application does by
 * itself: of an instance its beginning, what persons did, what time and messages brought, and how it ended are told.
 */
@Component
class History {

    private final HistoryService history;

    History(HistoryService history) {
        this.history = history;
    }

    /** Who took down the first request; null if nobody did, or it is forgotten. */
    String requestedBy(String dossier) {
        return instances(dossier)
                .filter(instance -> instance.getProcessDefinitionKey().equals("account-creation"))
                .map(HistoricProcessInstance::getStartUserId)
                .findFirst()
                .orElse(null);
    }

    /** Oldest first. */
    List<HistoricActivityInstance> of(String dossier) {
        return instances(dossier).flatMap(this::told).toList();
    }

    /** Who did a task, claimed or not; null if it was nobody's or is forgotten. */
    String doneBy(HistoricActivityInstance passed) {
        if (passed.getTaskId() == null || passed.getAssignee() != null) {
            return passed.getAssignee();
        }
        return history
                .createUserOperationLogQuery()
                .taskId(passed.getTaskId())
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .orElse(null);
    }

    private Stream<HistoricProcessInstance> instances(String dossier) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream();
    }

    /** The definition is asked for too because the index on passed elements begins with it. */
    private Stream<HistoricActivityInstance> told(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> passed = history.createHistoricActivityInstanceQuery()
                .processDefinitionId(instance.getProcessDefinitionId())
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        Stream<HistoricActivityInstance> ending = instance.getEndTime() == null
                ? Stream.empty()
                : passed.stream().filter(History::isEnd).reduce((before, last) -> last).stream();
        return Stream.concat(passed.stream().filter(History::isTold), ending).sorted(comparing(History::at));
    }

    private static boolean isTold(HistoricActivityInstance passed) {
        String type = passed.getActivityType();
        return type.equals("userTask") && isDone(passed)
                || type.endsWith("tartEvent") && !isInside(passed)
                || type.startsWith("boundary")
                || type.startsWith("intermediate") && isDone(passed);
    }

    /** The plain beginning of a sub-process says nothing that was not said before. */
    private static boolean isInside(HistoricActivityInstance passed) {
        return passed.getActivityType().equals("startEvent")
                && !passed.getParentActivityInstanceId().equals(passed.getProcessInstanceId());
    }

    private static boolean isDone(HistoricActivityInstance passed) {
        return passed.getEndTime() != null && !passed.isCanceled();
    }

    private static boolean isEnd(HistoricActivityInstance passed) {
        return passed.getActivityType().endsWith("EndEvent");
    }

    static Date at(HistoricActivityInstance passed) {
        return passed.getEndTime() == null ? passed.getStartTime() : passed.getEndTime();
    }
}
