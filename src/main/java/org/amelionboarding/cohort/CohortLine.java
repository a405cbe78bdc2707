package org.amelionboarding.cohort;

import org.springframework.data.annotation.Id;

/**
 * A line of a file that was started.
 *
 * @param problems {@code field: CODE}, separated by commas; null if there is none
 * @param dossier number of the dossier that is open for the line's student; null if none is, or it is not known
 * @param digest keyed digest of what the line says, which comes in once; null unless it was accepted
 * @param payload what the line says, sealed, until it is settled
 * @param failures tries that failed
 */
record CohortLine(
        @Id String id,
        String cohort,
        int line,
        Outcome outcome,
        String problems,
        String dossier,
        String digest,
        byte[] payload,
        int failures) {

    @Override
    public String toString() {
        return "Line " + line + " of cohort " + cohort;
    }
}
