package org.amelionboarding.cohort;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface CohortRepository extends Repository<Cohort, String> {

    Optional<Cohort> findById(String id);

    List<Cohort> findTop10ByStartedAtIsNotNullOrderByStartedAtDesc();

    /** Of two who press at the same moment one starts it. */
    @Modifying
    @Query("update cohort set started_at = :now, file = null where id = :id and started_at is null")
    int start(String id, Instant now);

    @Modifying
    @Query("delete from cohort where started_at is null and received_at < :before")
    void forgetNotStarted(Instant before);

    /** Lines that still wait are never forgotten. */
    @Modifying
    @Query("delete from cohort where started_at < :before"
            + " and not exists (select 1 from cohort_line l where l.cohort = cohort.id and l.outcome = 'ACCEPTED')")
    void forgetStarted(Instant before);
}
