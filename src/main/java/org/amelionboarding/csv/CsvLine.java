package org.amelionboarding.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of a file. A quote cannot join two: one that is never closed spoils its own line, not all that follow.
 *
 * @param number as an editor counts
 * @param tooLong whether it is longer than any that can be right
 */
public record CsvLine(int number, String text, boolean tooLong) {

    /** Empty if a quote is out of place. */
    public Optional<List<String>> cells(char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords().stream().findFirst().map(CSVRecord::toList);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Line " + number;
    }
}
