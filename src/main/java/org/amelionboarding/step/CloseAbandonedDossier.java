package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseAbandonedDossier extends Closing {

    CloseAbandonedDossier(Dossiers dossiers) {
        super(dossiers, Closure.ABANDONED);
    }
}
