package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ChangeAddress implements JavaDelegate {

    private final Dossiers dossiers;

    ChangeAddress(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.changeEmail(execution.getProcessBusinessKey());
    }
}
