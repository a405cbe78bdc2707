package org.amelionboarding.casework;

import java.util.List;
import org.amelionboarding.dossier.Dossier;

/**
 * A line of the list.
 *
 * @param needs what somebody should look at: keys of advisors' tasks, and of {@link DossierNeeds}
 */
record DossierRow(Dossier dossier, DossierStatus status, List<String> needs) {

    /** Null once the dossier is closed. */
    public String maskedName() {
        return dossier.identity() == null ? null : dossier.identity().masked();
    }

    /** Null once the dossier is closed. */
    public String maskedNir() {
        return dossier.maskedNumber();
    }
}
