package org.amelionboarding.step;

import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

@Component
class EraseWhatWasGiven extends Closing {

    EraseWhatWasGiven(Dossiers dossiers) {
        super(dossiers, Closure.CANCELLED_BY_STUDENT);
    }
}
