package org.amelionboarding.step;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls the advisors to a student who is stuck, and calls them off. Each call locks the dossier first, as the advisors'
 * forms do: of two calls at the same time one opens a task, and a task that an advisor just ends is not ended twice.
 */
@Component
@Transactional
public class AdvisorHelp {

    private static final String PROCESS = "advisor-help";
    private static final String OVER = "HELP_OVER";

    private final Dossiers dossiers;
    private final RuntimeService processes;

    AdvisorHelp(Dossiers dossiers, @Lazy RuntimeService processes) {
        this.dossiers = dossiers;
        this.processes = processes;
    }

    /** Opens a task for the advisors, unless there is one for this reason already or the dossier has ended. */
    public void call(String dossier, HelpReason reason) {
        if (dossiers.lock(dossier).isUnderWay() && open(dossier, Set.of(reason)).isEmpty()) {
            processes
                    .createMessageCorrelation(reason.name())
                    .processInstanceBusinessKey(dossier)
                    .correlateStartMessage();
        }
    }

    /** Ends every task that the advisors have for this dossier: there is nothing left to help with. */
    public void settled(String dossier) {
        settled(dossier, EnumSet.allOf(HelpReason.class));
    }

    void settled(String dossier, Collection<HelpReason> reasons) {
        dossiers.lock(dossier);
        open(dossier, reasons)
                .forEach(help -> processes
                        .createMessageCorrelation(OVER)
                        .processInstanceId(help.getId())
                        .correlate());
    }

    private List<ProcessInstance> open(String dossier, Collection<HelpReason> reasons) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(dossier)
                .activityIdIn(reasons.stream().map(HelpReason::task).toArray(String[]::new))
                .list();
    }
}
