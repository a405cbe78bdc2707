package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends account creation; the account of a student who has one is not an advisor's to close here. */
@Component
@Order(7)
class CloseDossier implements Deed {

    private static final String CLOSED = "CLOSED_BY_ADVISOR";

    private final RuntimeService processes;

    CloseDossier(RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public CaseAction action() {
        return CaseAction.CLOSE_DOSSIER;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return dossier.isUnderWay()
                && processes
                                .createExecutionQuery()
                                .processInstanceBusinessKey(dossier.number())
                                .messageEventSubscriptionName(CLOSED)
                                .count()
                        > 0;
    }

    @Override
    public void carryOut(Dossier dossier) {
        processes
                .createMessageCorrelation(CLOSED)
                .processInstanceBusinessKey(dossier.number())
                .correlate();
    }
}
