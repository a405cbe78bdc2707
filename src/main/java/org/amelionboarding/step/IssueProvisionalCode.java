package org.amelionboarding.step;

import org.amelionboarding.dossier.OneTimeSecrets;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class IssueProvisionalCode implements JavaDelegate {

    private final OneTimeSecrets secrets;

    IssueProvisionalCode(OneTimeSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        secrets.issueProvisionalCode(execution.getProcessBusinessKey());
    }
}
