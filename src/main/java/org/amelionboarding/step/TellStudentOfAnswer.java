package org.amelionboarding.step;

import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the student that there is an answer, not what it says: mail is read by others (A25). */
@Component
class TellStudentOfAnswer implements JavaDelegate {

    private final Dossiers dossiers;
    private final Contacts contacts;
    private final Outbox outbox;

    TellStudentOfAnswer(Dossiers dossiers, Contacts contacts, Outbox outbox) {
        this.dossiers = dossiers;
        this.contacts = contacts;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String dossier = execution.getProcessBusinessKey();
        outbox.queue(
                dossiers.of(dossier),
                MessagePurpose.CONTACT_ANSWERED,
                execution.getProcessInstanceId()
                        + '-'
                        + contacts.messages(dossier).size());
    }
}
