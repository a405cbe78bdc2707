package org.amelionboarding.reimbursement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.amelionboarding.dossier.OnboardingSettings;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Takes a file of statements apart. A quote cannot join two lines: one that is never closed spoils its own line, not all
 * that follow.
 */
@Component
class StatementFile {

    static final List<String> HEADER =
            List.of("statement", "nir", "careDate", "paidOn", "kind", "amountPaid", "amountReimbursed");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    List<StatementLine> read(byte[] file) {
        if (file.length > settings.largestFile().toBytes()) {
            throw new FileRefused(FileProblem.TOO_LARGE);
        }
        String text = text(file);
        Iterator<String> lines = text.lines().iterator();
        if (text.isBlank()) {
            throw new FileRefused(FileProblem.EMPTY);
        }
        return judge(lines, formatOf(lines.next()));
    }

    private static String text(byte[] file) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // Without the cause: what was read is none of its reader's business.
            throw new FileRefused(FileProblem.NOT_UTF8);
        }
    }

    private CSVFormat formatOf(String header) {
        return Stream.of(',', ';')
                .map(delimiter ->
                        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get())
                .filter(format -> header.length() <= settings.longestLine())
                .filter(format -> cells(header, format).filter(HEADER::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new FileRefused(FileProblem.HEADER));
    }

    private List<StatementLine> judge(Iterator<String> lines, CSVFormat format) {
        StatementRules rules =
                new StatementRules(LocalDate.ofInstant(clock.instant(), general.zone()), settings.oldestCare());
        List<StatementLine> judged = new ArrayList<>();
        for (int number = 2; lines.hasNext(); number++) {
            String line = lines.next();
            if (!line.isEmpty()) {
                judged.add(judge(number, line, format, rules));
            }
            if (judged.size() > settings.mostLines()) {
                throw new FileRefused(FileProblem.TOO_MANY_LINES);
            }
        }
        if (judged.isEmpty()) {
            throw new FileRefused(FileProblem.EMPTY);
        }
        return judged;
    }

    private StatementLine judge(int number, String line, CSVFormat format, StatementRules rules) {
        if (line.length() > settings.longestLine()) {
            return StatementLine.refused(number, LineProblem.LINE_TOO_LONG);
        }
        Optional<List<String>> cells = cells(line, format);
        if (cells.isEmpty()) {
            return StatementLine.refused(number, LineProblem.LINE_QUOTES);
        }
        if (cells.get().size() != HEADER.size()) {
            return StatementLine.refused(number, LineProblem.LINE_COLUMNS);
        }
        return rules.judge(number, cells.get());
    }

    /** Empty if a quote is out of place. */
    private static Optional<List<String>> cells(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            return parser.getRecords().stream().findFirst().map(CSVRecord::toList);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
