package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends another provisional code, never the same: the one of a locked student has no try left. */
@Component
class SendNewCode implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final CodeMessage message;

    SendNewCode(Dossiers dossiers, OneTimeSecrets secrets, CodeMessage message) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.message = message;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        message.queue(dossiers.of(number), secrets.issueProvisionalCode(number));
    }
}
