package org.amelionboarding.cohort;

import java.util.Set;
import org.amelionboarding.form.Problems.Problem;

/** What becomes of a line. */
enum Outcome {
    /** Right; its dossier is started soon. */
    ACCEPTED,
    /** Its dossier is open. */
    STARTED,
    /** The same line, or a dossier for its number, was there before. */
    KNOWN,
    /** The number's account is active. */
    ACTIVE,
    REFUSED,
    /** Right, but it could not be started; the file can be sent again. */
    FAILED;

    static final Problem REPEATED = new Problem("line", "REPEATED");
    static final Problem NOT_STARTED = new Problem("line", "NOT_STARTED");

    /** What the rules make of a line. */
    static Outcome of(Set<Problem> problems) {
        if (problems.contains(new Problem("nir", "ALREADY_ACTIVE"))) {
            return ACTIVE;
        }
        if (problems.contains(new Problem("nir", "ALREADY_OPEN")) || problems.contains(REPEATED)) {
            return KNOWN;
        }
        return problems.isEmpty() ? ACCEPTED : REFUSED;
    }
}
