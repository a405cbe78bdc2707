package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseRefusedDossier extends Closing {

    CloseRefusedDossier(Dossiers dossiers) {
        super(dossiers, Closure.TERMS_REFUSED);
    }
}
