package org.amelionboarding.cohort;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.amelionboarding.dossier.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lines of files that speak of a dossier's student. When it is erased they no longer lead to it; that they were taken stays
 * known until their own time is over, or the same file would open the dossier anew.
 */
@Component
class HeldLines implements Holding {

    record Told(Instant receivedAt, int line) {}

    private final JdbcClient jdbc;

    HeldLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "cohortLines";
    }

    /** Oldest first. */
    @Override
    public List<Told> of(String dossier) {
        return jdbc.sql("select received_at, line from cohort_line join cohort on cohort.id = cohort_line.cohort"
                        + " where dossier = ? order by received_at")
                .param(dossier)
                .query((row, n) -> new Told(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getInt("line")))
                .list();
    }

    @Override
    public void erase(String dossier) {
        jdbc.sql("update cohort_line set dossier = null where dossier = ?")
                .param(dossier)
                .update();
    }
}
