package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class SendCodeBySms implements JavaDelegate {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final CodeMessage message;

    SendCodeBySms(Dossiers dossiers, OneTimeSecrets secrets, CodeMessage message) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.message = message;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        message.queue(
                dossiers.of(number),
                secrets.live(number, SecretPurpose.PROVISIONAL_CODE).orElseThrow());
    }
}
