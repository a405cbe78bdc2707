package org.amelionboarding.cohort;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the lines of a file over, all or none. */
@Component
class CohortIntake {

    private final CohortRepository cohorts;
    private final JdbcAggregateTemplate rows;
    private final SealedLines seals;
    private final Clock clock;

    CohortIntake(CohortRepository cohorts, JdbcAggregateTemplate rows, SealedLines seals, Clock clock) {
        this.cohorts = cohorts;
        this.rows = rows;
        this.seals = seals;
        this.clock = clock;
    }

    /** Fails as a whole if another file with one of these lines was faster. */
    @Transactional
    public void take(String cohort, List<JudgedLine> judged) {
        if (cohorts.start(cohort, clock.instant()) == 0) {
            return;
        }
        // In one order for everybody: two files with the same lines must not wait for each other.
        List<CohortLine> lines = judged.stream()
                .map(line -> row(cohort, line))
                .sorted(Comparator.comparing(CohortLine::digest, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        rows.insertAll(lines);
    }

    private CohortLine row(String cohort, JudgedLine line) {
        boolean accepted = line.outcome() == Outcome.ACCEPTED;
        return new CohortLine(
                UUID.randomUUID().toString(),
                cohort,
                line.number(),
                line.outcome(),
                LineResult.written(line.problems()),
                line.dossier(),
                accepted ? seals.digest(line.values()) : null,
                accepted ? seals.seal(line.values()) : null,
                0);
    }
}
