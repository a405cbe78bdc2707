package org.amelionboarding.reimbursement;

import java.util.Set;

/**
 * What has become of one line. Neither NIR nor amounts: whoever sent the file has them.
 *
 * @param line its number in the file
 * @param statement null if it cannot be read
 */
record LineResult(int line, String statement, Outcome outcome, Set<LineProblem> problems) {

    enum Outcome {
        ACCEPTED,
        /** The same line has come before. */
        KNOWN,
        REFUSED
    }

    static LineResult of(StatementLine line, Outcome outcome) {
        return new LineResult(line.number(), line.statement(), outcome, Set.of());
    }

    static LineResult refused(StatementLine line, Set<LineProblem> problems) {
        return new LineResult(line.number(), line.statement(), Outcome.REFUSED, problems);
    }

    static LineResult refused(StatementLine line, LineProblem problem) {
        return refused(line, Set.of(problem));
    }
}
