package org.amelionboarding.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was deleted or handed out: shows that the rules are kept, and holds nothing personal. */
@Component
class RetentionLog {

    /**
     * @param who name of the advisor, or number of the dossier whose student did it; null for the application by itself
     * @param dossier of an erasure or a copy
     * @param reason of an erasure
     */
    record Entry(Instant doneAt, Act act, int howMany, String who, String dossier, ErasureReason reason) {}

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void purged(Act rule, int howMany) {
        write(rule, howMany, null, null, null);
    }

    void erased(String dossier, ErasureReason reason, String who) {
        write(Act.ERASURE, 1, who, dossier, reason);
    }

    void copied(String dossier, String who) {
        write(Act.COPY, 1, who, dossier, null);
    }

    private void write(Act act, int howMany, String who, String dossier, ErasureReason reason) {
        jdbc.sql("insert into retention_log (id, done_at, act, how_many, who, dossier, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        Timestamp.from(clock.instant()),
                        act.name(),
                        howMany,
                        who,
                        dossier,
                        reason == null ? null : reason.name())
                .update();
    }

    /**
     * Newest first, {@link #PAGE} of them, and one more if there is a next page.
     *
     * @param page from 0
     */
    List<Entry> page(int page) {
        return jdbc.sql("select * from retention_log order by done_at desc, id"
                        + " offset ? rows fetch next ? rows only")
                .params((long) page * PAGE, PAGE + 1)
                .query((row, n) -> new Entry(
                        row.getTimestamp("done_at").toInstant(),
                        Act.valueOf(row.getString("act")),
                        row.getInt("how_many"),
                        row.getString("who"),
                        row.getString("dossier"),
                        row.getString("reason") == null ? null : ErasureReason.valueOf(row.getString("reason"))))
                .list();
    }
}
