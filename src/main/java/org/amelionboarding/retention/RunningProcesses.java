package org.amelionboarding.retention;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Ends whatever runs for a dossier. */
@Component
class RunningProcesses {

    private static final String ERASURE = "ERASURE_ASKED";

    private final RuntimeService processes;

    RunningProcesses(RuntimeService processes) {
        this.processes = processes;
    }

    /** In the models' own way; instances of models that do not know it yet are deleted. */
    void end(String dossier) {
        processes
                .createExecutionQuery()
                .processInstanceBusinessKey(dossier)
                .messageEventSubscriptionName(ERASURE)
                .list()
                .forEach(waiting -> processes.messageEventReceived(ERASURE, waiting.getId()));
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .rootProcessInstances()
                .list()
                .forEach(left -> processes.deleteProcessInstance(left.getId(), ERASURE));
    }
}
