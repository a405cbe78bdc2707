package org.amelionboarding.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.amelionboarding.csv.CsvLine;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.form.Problems;

/** The first line of a file: which column stands where, and what separates them. */
final class Header {

    static final List<String> COLUMNS = List.of(
            "nir",
            "familyName",
            "givenNames",
            "birthDate",
            "mobile",
            "language",
            "registrationFinalised",
            "carteVitaleReceived");

    private final char delimiter;
    /** Null where a column has no name. */
    private final List<String> columns = new ArrayList<>();

    private Header(char delimiter) {
        this.delimiter = delimiter;
    }

    /** @throws FileRefused if a column is missing, there twice or unknown: all at once, and by its place, not its text */
    static Header of(CsvLine line) {
        Header header = new Header(delimiter(line.text()));
        Problems problems = new Problems();
        line.cells(header.delimiter).orElseGet(List::of).forEach(name -> header.add(name.strip(), problems));
        if (header.columns.stream().noneMatch(Objects::nonNull)) {
            throw new FileRefused(FileProblem.HEADER);
        }
        COLUMNS.forEach(name -> problems.addUnless(header.columns.contains(name), name, "MISSING_COLUMN"));
        if (!problems.all().isEmpty()) {
            throw new ColumnsRefused(problems);
        }
        return header;
    }

    private static char delimiter(String line) {
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(line, one), count(line, other)))
                .orElseThrow();
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(character -> character == delimiter).count();
    }

    private void add(String name, Problems problems) {
        String column =
                COLUMNS.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
        problems.addUnless(column != null || name.isEmpty(), "#" + (columns.size() + 1), "UNKNOWN_COLUMN");
        problems.addUnless(column == null || !columns.contains(column), column, "REPEATED_COLUMN");
        columns.add(column);
    }

    /** A line's cells by column; empty if a quote is out of place. */
    Optional<List<String>> cells(CsvLine line) {
        return line.cells(delimiter);
    }

    /** Whether a cell stands where no column is. */
    boolean hasMore(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if ((i >= columns.size() || columns.get(i) == null) && !cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Cells by the names of their columns; what a line leaves out at its end is empty. */
    Map<String, String> byColumn(List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        COLUMNS.forEach(column -> {
            int place = columns.indexOf(column);
            named.put(column, place < cells.size() ? cells.get(place) : "");
        });
        return named;
    }
}
