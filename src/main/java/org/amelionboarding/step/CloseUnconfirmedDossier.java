package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseUnconfirmedDossier implements JavaDelegate {

    private final Dossiers dossiers;

    CloseUnconfirmedDossier(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.close(execution.getProcessBusinessKey(), Closure.EMAIL_NEVER_CONFIRMED);
    }
}
