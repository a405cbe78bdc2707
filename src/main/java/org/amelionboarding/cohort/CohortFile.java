package org.amelionboarding.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a file apart, within its limits. */
@Component
class CohortFile {

    private final CohortSettings settings;

    CohortFile(CohortSettings settings) {
        this.settings = settings;
    }

    /** @throws FileRefused if it is too large or no text */
    String text(byte[] file) {
        refuseIf(file.length > settings.largestFile().toBytes(), "TOO_LARGE");
        String text = FileText.of(file);
        refuseIf(text.getBytes(UTF_8).length > settings.largestFile().toBytes(), "TOO_LARGE");
        return text;
    }

    /**
     * All its lines but the header and empty ones, in order.
     *
     * @throws FileRefused if it cannot be read as a whole
     */
    List<FileLine> lines(String text) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        refuseIf(first == lines.size(), "EMPTY");
        refuseIf(lines.get(first).length() > settings.longestLine(), "HEADER");
        Header header = Header.of(lines.get(first));
        List<FileLine> read = new ArrayList<>();
        for (int i = first + 1; i < lines.size(); i++) {
            read(i + 1, lines.get(i), header).ifPresent(read::add);
            refuseIf(read.size() > settings.mostLines(), "TOO_MANY_LINES");
        }
        refuseIf(read.isEmpty(), "EMPTY");
        return read;
    }

    private Optional<FileLine> read(int number, String line, Header header) {
        if (line.length() > settings.longestLine()) {
            return Optional.of(FileLine.refused(number, "TOO_LONG"));
        }
        Optional<List<String>> cells = header.cells(line);
        if (cells.isEmpty() && !line.isEmpty()) {
            return Optional.of(FileLine.refused(number, "QUOTES"));
        }
        return cells.filter(found -> !found.stream().allMatch(String::isBlank))
                .map(found -> header.hasMore(found)
                        ? FileLine.refused(number, "COLUMNS")
                        : new FileLine(number, header.byColumn(found), null));
    }

    private static void refuseIf(boolean broken, String code) {
        if (broken) {
            throw FileRefused.because(code);
        }
    }
}
