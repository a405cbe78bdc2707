package org.amelionboarding.reimbursement;

import java.util.Set;
import org.amelionboarding.dossier.Nir;

/**
 * One line of a file, judged by what it says alone.
 *
 * @param number of the line in the file; the header is line 1
 * @param statement null if it is none, so that no other cell in its place is ever told
 * @param nir null if the line is refused
 * @param content null if the line is refused
 * @param problems all broken rules; empty if it can be taken
 */
record StatementLine(int number, String statement, Nir nir, Reimbursement content, Set<LineProblem> problems) {

    static StatementLine refused(int number, LineProblem problem) {
        return new StatementLine(number, null, null, null, Set.of(problem));
    }

    boolean isRight() {
        return problems.isEmpty();
    }

    @Override
    public String toString() {
        return "line " + number;
    }
}
