package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseUnconfirmedDossier extends Closing {

    CloseUnconfirmedDossier(Dossiers dossiers) {
        super(dossiers, Closure.EMAIL_NEVER_CONFIRMED);
    }
}
