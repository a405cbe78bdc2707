package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class CloseIncompleteRequest extends Closing {

    CloseIncompleteRequest(Dossiers dossiers) {
        super(dossiers, Closure.PREREQUISITES_MISSING);
    }
}
