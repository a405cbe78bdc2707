package org.amelionboarding.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.amelionboarding.form.Problems.Problem;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** What has become of each line, for a spreadsheet. */
@Component
class ResultFile {

    private static final List<String> HEADER = List.of("line", "outcome", "dossier", "problems", "message");
    /** Without it spreadsheets take UTF-8 for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final LineWords words;

    ResultFile(LineWords words) {
        this.words = words;
    }

    byte[] of(CohortReport report, String language) {
        StringBuilder file = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(file, Csv.WRITTEN)) {
            printer.printRecord(HEADER);
            for (LineResult line : report.lines()) {
                printer.printRecord(cells(line, language));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString().getBytes(UTF_8);
    }

    private List<String> cells(LineResult line, String language) {
        return List.of(
                String.valueOf(line.line()),
                line.outcome().name(),
                Csv.defused(Objects.toString(line.dossier(), "")),
                line.problems().stream().map(Problem::toString).collect(joining(LineResult.SEPARATOR)),
                Csv.defused(line.problems().stream()
                        .map(problem -> words.of(problem, language))
                        .collect(joining(" "))));
    }
}
