package org.amelionboarding.attestation;

import java.time.Instant;
import org.amelionboarding.dossier.Dossier;

/**
 * One issued attestation.
 *
 * @param reference as a dossier number, with a check character
 */
record Attestation(String reference, Dossier dossier, Instant issuedAt) {

    /** Enough for a third party to compare with the paper, too little to learn a name from. */
    String initials() {
        return initial(dossier.identity().givenNames())
                + initial(dossier.identity().familyName());
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }
}
