package org.amelionboarding.cohort;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CohortLineRepository extends Repository<CohortLine, String> {

    List<CohortLine> findByCohortOrderByLine(String cohort);

    Optional<CohortLine> findByDigest(String digest);

    int countByCohortAndOutcome(String cohort, Outcome outcome);

    int countByCohort(String cohort);

    /** The next line to start, held until the end of the transaction; other nodes take other lines. */
    @Query("select * from cohort_line where outcome = 'ACCEPTED' order by failures, line"
            + " fetch first row only for update skip locked")
    Optional<CohortLine> lockNext();

    @Modifying
    @Query("update cohort_line set outcome = 'STARTED', dossier = :dossier, payload = null where id = :id")
    void started(String id, String dossier);

    /** A line that needs no dossier after all; the same can come again. */
    @Modifying
    @Query("update cohort_line set outcome = :outcome, problems = :problems, dossier = :dossier, digest = null,"
            + " payload = null where id = :id")
    void settle(String id, Outcome outcome, String problems, String dossier);

    @Modifying
    @Query("update cohort_line set failures = failures + 1 where id = :id and outcome = 'ACCEPTED'")
    void failed(String id);

    @Modifying
    @Query("update cohort_line set outcome = 'FAILED', problems = :problems, digest = null, payload = null"
            + " where outcome = 'ACCEPTED' and failures >= :tries")
    void giveUp(int tries, String problems);
}
