package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What advisors wrote about a student goes with everything personal when the dossier ends. */
@Component
class EraseTexts {

    private final Dossiers dossiers;
    private final ActionLog log;

    EraseTexts(Dossiers dossiers, ActionLog log) {
        this.dossiers = dossiers;
        this.log = log;
    }

    @EventListener
    void on(MovedOn student) {
        if (dossiers.of(student.dossier()).isClosed()) {
            log.eraseTexts(student.dossier());
        }
    }
}
