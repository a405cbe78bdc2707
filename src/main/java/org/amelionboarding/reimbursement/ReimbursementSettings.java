package org.amelionboarding.reimbursement;

import java.time.Period;
import org.amelionboarding.csv.FileBounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code onboarding.reimbursement}.
 *
 * @param largestFile size of a file of statements; no more than {@code spring.servlet.multipart.max-file-size}
 * @param mostLines lines of one file, beside its header
 * @param longestLine characters of one line; far more than the longest that can be right
 * @param oldestCare how far back the care can lie; a year mistyped is refused
 */
@ConfigurationProperties("onboarding.reimbursement")
record ReimbursementSettings(
        @DefaultValue("5MB") DataSize largestFile,
        @DefaultValue("10000") int mostLines,
        @DefaultValue("300") int longestLine,
        @DefaultValue("P5Y") Period oldestCare) {

    FileBounds bounds() {
        return new FileBounds(largestFile, mostLines, longestLine);
    }
}
