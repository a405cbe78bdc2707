package org.amelionboarding.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A file as its lines. */
public final class CsvFile {

    /** Or a row of a spreadsheet in which nothing was typed. */
    private static final Pattern EMPTY_LINE = Pattern.compile("(?U)[\\s,;]*");

    private final List<CsvLine> lines;

    private CsvFile(List<CsvLine> lines) {
        this.lines = lines;
    }

    /** @throws FileRefused if it is empty, or has too many lines */
    public static CsvFile of(String text, FileBounds bounds) {
        List<String> all = text.lines().toList();
        List<CsvLine> lines = IntStream.range(0, all.size())
                .filter(i -> !EMPTY_LINE.matcher(all.get(i)).matches())
                .mapToObj(i -> new CsvLine(i + 1, all.get(i), all.get(i).length() > bounds.longestLine()))
                .toList();
        refuseIf(lines.isEmpty(), FileProblem.EMPTY);
        refuseIf(lines.get(0).tooLong(), FileProblem.HEADER);
        refuseIf(lines.size() - 1 > bounds.mostLines(), FileProblem.TOO_MANY_LINES);
        return new CsvFile(lines);
    }

    /** Its first line; of a length that can be right. */
    public CsvLine header() {
        return lines.get(0);
    }

    /**
     * All lines but the header and empty ones, in order.
     *
     * @throws FileRefused if there are none
     */
    public List<CsvLine> lines() {
        refuseIf(lines.size() == 1, FileProblem.EMPTY);
        return lines.subList(1, lines.size());
    }

    private static void refuseIf(boolean broken, FileProblem problem) {
        if (broken) {
            throw new FileRefused(problem);
        }
    }
}
