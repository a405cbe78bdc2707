package org.amelionboarding.step;

import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms that the order of a new Carte Vitale has come. */
@Component
class TellStudentOfOrder implements JavaDelegate {

    private final CardOrderMail mail;

    TellStudentOfOrder(CardOrderMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mail.send(MessagePurpose.CARD_ORDER_RECEIVED, execution);
    }
}
