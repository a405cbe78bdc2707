package org.amelionboarding.cohort;

import java.util.Arrays;
import java.util.List;

/**
 * What has become of a file.
 *
 * @param accepted lines whose dossiers are still to be started
 * @param known lines whose student was known, with an active account or without
 * @param lines in the order of the file
 */
record CohortReport(
        String id, long accepted, long started, long known, long refused, long failed, List<LineResult> lines) {

    static CohortReport of(String id, List<LineResult> lines) {
        return new CohortReport(
                id,
                count(lines, Outcome.ACCEPTED),
                count(lines, Outcome.STARTED),
                count(lines, Outcome.KNOWN, Outcome.ACTIVE),
                count(lines, Outcome.REFUSED),
                count(lines, Outcome.FAILED),
                lines);
    }

    private static long count(List<LineResult> lines, Outcome... outcomes) {
        return lines.stream()
                .filter(line -> Arrays.asList(outcomes).contains(line.outcome()))
                .count();
    }
}
