package org.amelionboarding.step;

import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_APPROVED;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_REFUSED;

import org.amelionboarding.dossier.CardOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student whether the order is approved; why it is refused is read in the account. */
@Component
class TellStudentOfDecision implements JavaDelegate {

    private final CardOrders orders;
    private final CardOrderMail mail;

    TellStudentOfDecision(CardOrders orders, CardOrderMail mail) {
        this.orders = orders;
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = orders.isApproved(execution.getProcessBusinessKey());
        mail.send(approved ? CARD_ORDER_APPROVED : CARD_ORDER_REFUSED, execution);
    }
}
