package org.amelionboarding.cohort;

import java.util.Map;
import java.util.Set;
import org.amelionboarding.form.Problems.Problem;

/**
 * A line of a file and what the rules make of it.
 *
 * @param dossier number of the dossier that is open already; null if none is, or it is not known
 * @param values what the request form gets; empty if the line cannot be taken apart
 */
record JudgedLine(int number, Outcome outcome, Set<Problem> problems, String dossier, Map<String, Object> values) {

    JudgedLine refused(Problem problem) {
        return new JudgedLine(number, Outcome.REFUSED, Set.of(problem), null, values);
    }

    @Override
    public String toString() {
        return "Line " + number + ": " + outcome;
    }
}
