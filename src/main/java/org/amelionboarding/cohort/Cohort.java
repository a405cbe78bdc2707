package org.amelionboarding.cohort;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One file of students.
 *
 * @param advisor who handed it in
 * @param startedAt null while it has only been looked at
 * @param file its text, sealed, until it is started
 */
record Cohort(@Id String id, String advisor, Instant receivedAt, Instant startedAt, byte[] file) {

    boolean isStarted() {
        return startedAt != null;
    }

    @Override
    public String toString() {
        return "Cohort " + id;
    }
}
