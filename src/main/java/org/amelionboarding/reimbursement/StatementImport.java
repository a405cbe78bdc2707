package org.amelionboarding.reimbursement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Nir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes a file of statements, student by student. A file that comes again, or in two halves, does no harm. */
@Component
public class StatementImport {

    private static final Logger LOG = LoggerFactory.getLogger(StatementImport.class);

    private final StatementFile file;
    private final StudentsLines students;

    StatementImport(StatementFile file, StudentsLines students) {
        this.file = file;
        this.students = students;
    }

    /** @throws org.amelionboarding.csv.FileRefused if it cannot be read as a whole; nothing of it is kept then */
    public ImportReport take(byte[] content) {
        List<StatementLine> lines = file.read(content);
        String id = UUID.randomUUID().toString();
        Map<Nir, List<StatementLine>> byStudent = lines.stream()
                .filter(StatementLine::isRight)
                .collect(groupingBy(StatementLine::nir, LinkedHashMap::new, toList()));
        Stream<LineResult> judged = byStudent.entrySet().stream()
                .flatMap(student -> take(student.getKey(), student.getValue(), id).stream());
        Stream<LineResult> refused =
                lines.stream().filter(line -> !line.isRight()).map(line -> LineResult.refused(line, line.problems()));
        ImportReport report = ImportReport.of(Stream.concat(judged, refused)
                .sorted(Comparator.comparing(LineResult::line))
                .toList());
        LOG.info(
                "Statements imported: {} accepted, {} known, {} refused",
                report.accepted(),
                report.known(),
                report.refused());
        return report;
    }

    private List<LineResult> take(Nir nir, List<StatementLine> lines, String id) {
        try {
            return takeAgainIfOutrun(nir, lines, id);
        } catch (DataAccessException e) {
            // Not the exception's text: it could quote what was to be kept.
            LOG.warn("Lines of a statement not kept ({})", e.getClass().getSimpleName());
            return lines.stream()
                    .map(line -> LineResult.refused(line, LineProblem.LINE_NOT_KEPT))
                    .toList();
        }
    }

    /** Another import was faster: its lines can be seen now. */
    private List<LineResult> takeAgainIfOutrun(Nir nir, List<StatementLine> lines, String id) {
        try {
            return students.take(nir, lines, id);
        } catch (DuplicateKeyException e) {
            return students.take(nir, lines, id);
        }
    }
}
