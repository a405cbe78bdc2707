package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ActivateAccount implements JavaDelegate {

    private final Dossiers dossiers;

    ActivateAccount(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.activate(execution.getProcessBusinessKey());
    }
}
