package org.amelionboarding.reimbursement;

import java.util.List;
import org.amelionboarding.reimbursement.LineResult.Outcome;

/**
 * What has become of a file.
 *
 * @param lines in the order of the file
 */
record ImportReport(long accepted, long known, long refused, List<LineResult> lines) {

    static ImportReport of(List<LineResult> lines) {
        return new ImportReport(
                count(lines, Outcome.ACCEPTED), count(lines, Outcome.KNOWN), count(lines, Outcome.REFUSED), lines);
    }

    private static long count(List<LineResult> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
