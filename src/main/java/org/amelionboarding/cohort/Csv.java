package org.amelionboarding.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cells of lines, as spreadsheets write and read them. */
final class Csv {

    /** What a French spreadsheet opens in columns by itself. */
    static final CSVFormat WRITTEN =
            CSVFormat.DEFAULT.builder().setDelimiter(';').get();

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private Csv() {}

    /**
     * The cells of one line. A quote cannot join two lines: one that is never closed spoils its own line, not all that
     * follow.
     *
     * @return empty if a quote is out of place
     */
    static Optional<List<String>> cells(String line, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return parser.getRecords().stream().findFirst().map(CSVRecord::toList);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).find();
    }

    /** A text that no spreadsheet takes for a formula (CWE-1236). */
    static String defused(String text) {
        return isFormula(text) ? "'" + text : text;
    }
}
