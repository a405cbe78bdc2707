package org.amelionboarding.cohort;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.amelionboarding.csv.CsvTable;
import org.springframework.stereotype.Component;

/** What has become of each line, for a spreadsheet. */
@Component
class ResultFile {

    private static final List<String> HEADER = List.of("line", "outcome", "dossier", "problems", "message");
    private final LineWords words;

    ResultFile(LineWords words) {
        this.words = words;
    }

    byte[] of(CohortReport report, String language) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADER), report.lines().stream().map(line -> cells(line, language)))
                .toList();
        return CsvTable.of(';', rows);
    }

    private List<String> cells(LineResult line, String language) {
        return List.of(
                String.valueOf(line.line()),
                line.outcome().name(),
                Objects.toString(line.dossier(), ""),
                LineResult.written(line.problems()),
                line.problems().stream()
                        .map(problem -> words.of(problem, language))
                        .collect(joining(" ")));
    }
}
