package org.amelionboarding.reimbursement;

class FileRefused extends RuntimeException {

    private final FileProblem problem;

    FileRefused(FileProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
