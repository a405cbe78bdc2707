package org.amelionboarding.cohort;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.amelionboarding.csv.FileBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code onboarding.cohort}.
 *
 * @param largestFile size of a file, as it is sent and in UTF-8; at most 900KB, for the column that keeps it sealed
 * @param mostLines lines of one file beside the header
 * @param longestLine characters of one line
 * @param preview time for which a file is kept, sealed, that was looked at but not started
 * @param kept time for which the results of a file can be read, and the same line is not started again
 * @param poll pause between two rounds that start dossiers
 * @param linesPerRound dossiers that one node starts in a round, one after the other; so the rest of the machine is
 *     left to people who sign in
 * @param tries tries of a line that could not be started for reasons of ours
 */
@Validated
@ConfigurationProperties("onboarding.cohort")
record CohortSettings(
        @DefaultValue("500KB") DataSize largestFile,
        @DefaultValue("5000") @Min(1) int mostLines,
        @DefaultValue("1000") @Min(1) int longestLine,
        @DefaultValue("PT1H") Duration preview,
        @DefaultValue("P30D") Duration kept,
        @DefaultValue("PT1S") Duration poll,
        @DefaultValue("10") @Min(1) int linesPerRound,
        @DefaultValue("3") @Min(1) int tries) {

    FileBounds bounds() {
        return new FileBounds(largestFile, mostLines, longestLine);
    }
}
