package org.amelionboarding.cohort;

/** A line could not be started; its transaction is rolled back. */
class LineFailed extends RuntimeException {

    private final String line;

    LineFailed(String line, RuntimeException cause) {
        super("Line of a cohort not started", cause);
        this.line = line;
    }

    /** Its id. */
    String line() {
        return line;
    }
}
