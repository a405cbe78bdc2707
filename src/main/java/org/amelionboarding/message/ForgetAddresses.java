package org.amelionboarding.message;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Of a dossier that has ended nobody needs to read where its messages went. */
@Component
class ForgetAddresses {

    private final Dossiers dossiers;
    private final MessageRepository repository;

    ForgetAddresses(Dossiers dossiers, MessageRepository repository) {
        this.dossiers = dossiers;
        this.repository = repository;
    }

    @EventListener
    void on(MovedOn student) {
        if (dossiers.of(student.dossier()).isClosed()) {
            repository.forgetAddresses(student.dossier());
        }
    }
}
