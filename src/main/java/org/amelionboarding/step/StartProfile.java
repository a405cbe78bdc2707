package org.amelionboarding.step;

import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.amelionboarding.dossier.Profiles;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins with the profile, in the transaction that makes the account active. */
@Component
class StartProfile {

    private static final String ACTIVATED = "ACCOUNT_ACTIVATED";

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final RuntimeService processes;

    StartProfile(Dossiers dossiers, Profiles profiles, @Lazy RuntimeService processes) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.processes = processes;
    }

    @EventListener
    void on(MovedOn student) {
        var dossier = dossiers.of(student.dossier());
        if (dossier.isActive() && !dossier.isClosed() && !profiles.exists(dossier.number())) {
            profiles.open(dossier.number());
            processes
                    .createMessageCorrelation(ACTIVATED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlateStartMessage();
        }
    }
}
