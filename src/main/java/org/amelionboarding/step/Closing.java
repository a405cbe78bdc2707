package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Closes the dossier. Each reason is a task of its own in the model, and so a class of its own here. */
abstract class Closing implements JavaDelegate {

    private final Dossiers dossiers;
    private final Closure reason;

    Closing(Dossiers dossiers, Closure reason) {
        this.dossiers = dossiers;
        this.reason = reason;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.close(execution.getProcessBusinessKey(), reason);
    }
}
