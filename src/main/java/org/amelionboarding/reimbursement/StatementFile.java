package org.amelionboarding.reimbursement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amelionboarding.csv.CsvFile;
import org.amelionboarding.csv.CsvLine;
import org.amelionboarding.csv.FileBounds;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.csv.FileText;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.stereotype.Component;

/** Takes a file of statements apart. */
@Component
class StatementFile {

    static final List<String> HEADER =
            List.of("statement", "nir", "careDate", "paidOn", "kind", "amountPaid", "amountReimbursed");

    private final ReimbursementSettings settings;
    private final OnboardingSettings general;
    private final Clock clock;

    StatementFile(ReimbursementSettings settings, OnboardingSettings general, Clock clock) {
        this.settings = settings;
        this.general = general;
        this.clock = clock;
    }

    /**
     * All its lines but the header and empty ones, in order.
     *
     * @throws FileRefused if it cannot be read as a whole
     */
    List<StatementLine> read(byte[] content) {
        FileBounds bounds = settings.bounds();
        CsvFile file = CsvFile.of(FileText.utf8(bounds.checked(content)), bounds);
        char delimiter = delimiterOf(file.header());
        StatementRules rules =
                new StatementRules(LocalDate.ofInstant(clock.instant(), general.zone()), settings.oldestCare());
        return file.lines().stream().map(line -> judge(line, delimiter, rules)).toList();
    }

    private static char delimiterOf(CsvLine header) {
        return Stream.of(',', ';')
                .filter(delimiter ->
                        header.cells(delimiter).filter(HEADER::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new FileRefused(FileProblem.HEADER));
    }

    private static StatementLine judge(CsvLine line, char delimiter, StatementRules rules) {
        if (line.tooLong()) {
            return StatementLine.refused(line.number(), LineProblem.LINE_TOO_LONG);
        }
        Optional<List<String>> cells = line.cells(delimiter);
        if (cells.isEmpty()) {
            return StatementLine.refused(line.number(), LineProblem.LINE_QUOTES);
        }
        if (cells.get().size() != HEADER.size()) {
            return StatementLine.refused(line.number(), LineProblem.LINE_COLUMNS);
        }
        return rules.judge(line.number(), cells.get());
    }
}
