package org.amelionboarding.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student that an advisor has a question about the order. */
@Component
class TellStudentOfQuestion implements JavaDelegate {

    private final CardOrderMail mail;

    TellStudentOfQuestion(CardOrderMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mail.ask(execution);
    }
}
