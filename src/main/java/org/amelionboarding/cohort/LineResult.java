package org.amelionboarding.cohort;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.amelionboarding.form.Problems.Problem;

/**
 * What has become of one line. Neither number nor name: whoever sent the file has them.
 *
 * @param line its number in the file
 * @param dossier null if there is none, or it is not known
 */
record LineResult(int line, Outcome outcome, List<Problem> problems, String dossier) {

    /** Between problems in the database. */
    private static final String SEPARATOR = ", ";

    /** Problems as they stand in the database and in the result file. */
    static String written(Collection<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(joining(SEPARATOR));
    }

    static LineResult of(JudgedLine line) {
        return new LineResult(line.number(), line.outcome(), List.copyOf(line.problems()), line.dossier());
    }

    static LineResult of(CohortLine line) {
        return new LineResult(line.line(), line.outcome(), problems(line.problems()), line.dossier());
    }

    private static List<Problem> problems(String written) {
        return written == null || written.isEmpty()
                ? List.of()
                : Arrays.stream(written.split(SEPARATOR)).map(Problem::of).toList();
    }
}
