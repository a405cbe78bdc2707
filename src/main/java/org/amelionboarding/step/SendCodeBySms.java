package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendCodeBySms implements JavaDelegate {

    private final OneTimeSecrets secrets;
    private final CodeMessage message;

    SendCodeBySms(OneTimeSecrets secrets, CodeMessage message) {
        this.secrets = secrets;
        this.message = message;
    }

    @Override
    public void execute(DelegateExecution execution) {
        message.queue(secrets.provisionalCodeToSend(execution.getProcessBusinessKey()));
    }
}
