package org.amelionboarding.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Recalls a question about the order that waits for its answer. */
@Component
class RemindStudentOfQuestion implements JavaDelegate {

    private final CardOrderMail mail;

    RemindStudentOfQuestion(CardOrderMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mail.remind(execution);
    }
}
