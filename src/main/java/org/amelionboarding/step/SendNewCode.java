package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends another provisional code, never the same: the one of a locked student has no try left. */
@Component
class SendNewCode implements JavaDelegate {

    private final OneTimeSecrets secrets;
    private final CodeMessage message;

    SendNewCode(OneTimeSecrets secrets, CodeMessage message) {
        this.secrets = secrets;
        this.message = message;
    }

    @Override
    public void execute(DelegateExecution execution) {
        message.queue(secrets.issueProvisionalCode(execution.getProcessBusinessKey()));
    }
}
