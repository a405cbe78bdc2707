package org.amelionboarding.form;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which services a student has under way. */
@Component
class RunningServices {

    private final RuntimeService processes;

    RunningServices(@Lazy RuntimeService processes) {
        this.processes = processes;
    }

    boolean isUnderWay(String process, String dossier) {
        return processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(dossier)
                        .count()
                > 0;
    }
}
