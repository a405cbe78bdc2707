package org.amelionboarding.cohort;

import java.util.Set;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.form.Problems;
import org.amelionboarding.form.Problems.Problem;

/** A file whose header can be read and is wrong. */
class ColumnsRefused extends FileRefused {

    private final transient Problems problems;

    ColumnsRefused(Problems problems) {
        super(FileProblem.HEADER);
        this.problems = problems;
    }

    /** All that is wrong with a file as a whole. */
    static Set<Problem> problems(Exception e) {
        return e instanceof ColumnsRefused refused
                ? refused.problems.all()
                : Set.of(new Problem("file", FileProblem.of(e).name()));
    }
}
