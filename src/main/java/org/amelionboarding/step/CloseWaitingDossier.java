package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseWaitingDossier extends Closing {

    CloseWaitingDossier(Dossiers dossiers) {
        super(dossiers, Closure.PREREQUISITES_NEVER_MET);
    }
}
