package org.amelionboarding.step;

import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student that the order has lapsed: nobody answered. */
@Component
class TellStudentOfLapse implements JavaDelegate {

    private final CardOrderMail mail;

    TellStudentOfLapse(CardOrderMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mail.send(MessagePurpose.CARD_ORDER_LAPSED, execution);
    }
}
