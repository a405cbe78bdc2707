package org.amelionboarding.cohort;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/** Files of students: looked at first, then started. A file that comes again, or in two halves, does no harm. */
@Component
class Cohorts {

    private static final Logger LOG = LoggerFactory.getLogger(Cohorts.class);

    private final CohortFile files;
    private final LineJudge judge;
    private final SealedLines seals;
    private final CohortIntake intake;
    private final CohortRepository cohorts;
    private final CohortLineRepository lines;
    private final JdbcAggregateTemplate rows;
    private final Clock clock;

    Cohorts(
            CohortFile files,
            LineJudge judge,
            SealedLines seals,
            CohortIntake intake,
            CohortRepository cohorts,
            CohortLineRepository lines,
            JdbcAggregateTemplate rows,
            Clock clock) {
        this.files = files;
        this.judge = judge;
        this.seals = seals;
        this.intake = intake;
        this.cohorts = cohorts;
        this.lines = lines;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Keeps a file to be looked at.
     *
     * @return id of the cohort
     * @throws org.amelionboarding.csv.FileRefused if it cannot be read as a whole; nothing of it is kept then
     */
    String keep(byte[] file, String advisor) {
        String text = files.text(file);
        files.lines(text);
        String id = UUID.randomUUID().toString();
        rows.insert(new Cohort(id, advisor, clock.instant(), null, seals.sealFile(text)));
        return id;
    }

    Optional<Cohort> find(String id) {
        return cohorts.findById(id);
    }

    /** Has the dossiers of the right lines started, in the background; a second call changes nothing. */
    void start(Cohort cohort) {
        if (cohort.isStarted()) {
            return;
        }
        try {
            take(cohort);
        } catch (DbActionExecutionException e) {
            // The same lines in another file were faster: they can be seen now.
            take(cohort);
        }
    }

    private void take(Cohort cohort) {
        List<JudgedLine> judged = judged(cohort);
        intake.take(cohort.id(), judged);
        LOG.info("{} of {}: {} lines", cohort, cohort.advisor(), judged.size());
    }

    private List<JudgedLine> judged(Cohort cohort) {
        return judge.judge(files.lines(seals.openFile(cohort.file())));
    }

    /** What would become of each line of a file that is not started, or what has become of it. */
    CohortReport report(Cohort cohort) {
        return CohortReport.of(
                cohort.id(),
                cohort.isStarted()
                        ? lines.findByCohortOrderByLine(cohort.id()).stream()
                                .map(LineResult::of)
                                .toList()
                        : judged(cohort).stream().map(LineResult::of).toList());
    }

    /** The last files that were started, newest first. */
    List<CohortSummary> latest() {
        return cohorts.findTop10ByStartedAtIsNotNullOrderByStartedAtDesc().stream()
                .map(cohort -> new CohortSummary(
                        cohort.id(),
                        cohort.startedAt(),
                        lines.countByCohort(cohort.id()),
                        lines.countByCohortAndOutcome(cohort.id(), Outcome.ACCEPTED)))
                .toList();
    }
}
