package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the provisional code once more: the same while it is good, else a new one. */
@Component
class RepeatCodeBySms implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final CodeMessage message;

    RepeatCodeBySms(Dossiers dossiers, OneTimeSecrets secrets, CodeMessage message) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.message = message;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        OneTimeSecret code = secrets.provisionalCodeToSend(dossier.number());
        message.queue(dossier, code);
    }
}
