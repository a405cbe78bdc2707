package org.amelionboarding.step;

import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms that the order is withdrawn, also to an owner who did not do it. */
@Component
class TellStudentOfWithdrawal implements JavaDelegate {

    private final CardOrderMail mail;

    TellStudentOfWithdrawal(CardOrderMail mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mail.send(MessagePurpose.CARD_ORDER_WITHDRAWN, execution);
    }
}
