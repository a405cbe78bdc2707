package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseDossierByAdvisor extends Closing {

    CloseDossierByAdvisor(Dossiers dossiers) {
        super(dossiers, Closure.CLOSED_BY_ADVISOR);
    }
}
