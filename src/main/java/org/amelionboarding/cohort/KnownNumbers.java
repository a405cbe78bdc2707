package org.amelionboarding.cohort;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.ProvisionalNumber;
import org.springframework.stereotype.Component;

/** Numbers as a line writes them, permanent or provisional. */
@Component
class KnownNumbers {

    private final Dossiers dossiers;

    KnownNumbers(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Number of the open dossier that has it; null if none has. */
    String dossier(Object typed) {
        return dossiers.findByTypedNumber(String.valueOf(typed))
                .map(Dossier::number)
                .orElse(null);
    }

    /** The same text for the same number, however it is spaced; only for one that the rules let pass. */
    static String normalised(Object typed) {
        String number = String.valueOf(typed);
        return ProvisionalNumber.of(number)
                .map(ProvisionalNumber::body)
                .orElseGet(() -> Nir.of(number).body());
    }
}
