package org.amelionboarding.cohort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.amelionboarding.csv.CsvFile;
import org.amelionboarding.csv.CsvLine;
import org.amelionboarding.csv.FileBounds;
import org.amelionboarding.csv.FileText;
import org.springframework.stereotype.Component;

/** Takes a file of students apart. */
@Component
class CohortFile {

    private final FileBounds bounds;

    CohortFile(CohortSettings settings) {
        this.bounds = settings.bounds();
    }

    /** @throws org.amelionboarding.csv.FileRefused if it is too large, as it comes or in UTF-8, or no text */
    String text(byte[] file) {
        String text = FileText.recognised(bounds.checked(file));
        bounds.checked(text.getBytes(UTF_8));
        return text;
    }

    /**
     * All its lines but the header and empty ones, in order.
     *
     * @throws org.amelionboarding.csv.FileRefused if it cannot be read as a whole
     */
    List<FileLine> lines(String text) {
        CsvFile file = CsvFile.of(text, bounds);
        Header header = Header.of(file.header());
        return file.lines().stream().map(line -> read(line, header)).toList();
    }

    private static FileLine read(CsvLine line, Header header) {
        if (line.tooLong()) {
            return FileLine.refused(line.number(), "TOO_LONG");
        }
        Optional<List<String>> cells = header.cells(line);
        if (cells.isEmpty()) {
            return FileLine.refused(line.number(), "QUOTES");
        }
        return header.hasMore(cells.get())
                ? FileLine.refused(line.number(), "COLUMNS")
                : new FileLine(line.number(), header.byColumn(cells.get()), null);
    }
}
