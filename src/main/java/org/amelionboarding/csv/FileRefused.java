package org.amelionboarding.csv;

/** A file that cannot be read as a whole. It never quotes the file: one without header begins with a student. */
public class FileRefused extends RuntimeException {

    private final FileProblem problem;

    public FileRefused(FileProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public FileProblem problem() {
        return problem;
    }
}
