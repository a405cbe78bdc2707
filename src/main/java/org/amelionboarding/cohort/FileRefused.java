package org.amelionboarding.cohort;

import java.util.Set;
import org.amelionboarding.form.Problems;
import org.amelionboarding.form.Problems.Problem;

/** A file that cannot be read as a whole. What is wrong never quotes it: a file without header begins with a student. */
class FileRefused extends RuntimeException {

    private final transient Problems problems;

    FileRefused(Problems problems) {
        super("File refused");
        this.problems = problems;
    }

    /** @param code as in the texts {@code problem.cohort.file.<CODE>} */
    static FileRefused because(String code) {
        Problems problems = new Problems();
        problems.add("file", code);
        return new FileRefused(problems);
    }

    Set<Problem> problems() {
        return problems.all();
    }

    boolean isTooLarge() {
        return problems().contains(new Problem("file", "TOO_LARGE"));
    }
}
