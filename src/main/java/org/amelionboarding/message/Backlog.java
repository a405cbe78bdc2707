package org.amelionboarding.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the outbox. */
@Component
public class Backlog {

    /**
     * @param messages that could have left already
     * @param age of the oldest of them, since it could have left; zero if there is none
     */
    public record Waiting(long messages, Duration age) {

        public static final Waiting NOTHING = new Waiting(0, Duration.ZERO);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Backlog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By channel; without those on which nothing waits. */
    public Map<Channel, Waiting> waiting() {
        Instant now = clock.instant();
        Map<Channel, Waiting> waiting = new EnumMap<>(Channel.class);
        jdbc.sql("select channel, count(*) as messages, min(due_at) as oldest from message"
                        + " where status = 'QUEUED' and due_at <= ? group by channel")
                .param(Timestamp.from(now))
                .query(row -> {
                    Instant oldest =
                            row.getObject("oldest", OffsetDateTime.class).toInstant();
                    waiting.put(
                            Channel.valueOf(row.getString("channel")),
                            new Waiting(row.getLong("messages"), Duration.between(oldest, now)));
                });
        return waiting;
    }
}
