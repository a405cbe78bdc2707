package org.amelionboarding.monitoring;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which dossiers somebody should look at, the longest stuck first. */
@Component
class Attention {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final MonitoringSettings settings;
    private final OnboardingSettings.Code codes;
    private final Clock clock;

    Attention(JdbcClient jdbc, MonitoringSettings settings, OnboardingSettings onboarding, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.codes = onboarding.code();
        this.clock = clock;
    }

    /** How many dossiers there are for each reason; those without any are left out. */
    Map<Reason, Long> counts() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        statement("select reason, count(distinct number) as dossiers from " + found(null) + " group by reason")
                .query(row -> {
                    counts.put(Reason.valueOf(row.getString("reason")), row.getLong("dossiers"));
                });
        return counts;
    }

    /** How many dossiers there are in all. */
    long count() {
        return statement("select count(distinct number) from " + found(null))
                .query(Long.class)
                .single();
    }

    /**
     * @param only null for all reasons
     * @param number of the page, from 1
     */
    List<Stuck> page(Reason only, int number) {
        Map<String, Stuck> dossiers = new LinkedHashMap<>();
        statement("select a.*, " + Standing.COLUMN + " as standing from (select f.*, dense_rank() over"
                        + " (order by oldest, number) as place from (select f.*, min(since) over (partition by number)"
                        + " as oldest from " + found(only) + ") f) a join dossier d on d.number = a.number"
                        + " where place > :before and place <= :last order by place, since")
                .param("before", (number - 1L) * PAGE)
                .param("last", (long) number * PAGE)
                .query(row -> {
                    dossiers.computeIfAbsent(row.getString("number"), first -> stuck(row))
                            .causes()
                            .add(cause(row));
                });
        return List.copyOf(dossiers.values());
    }

    private StatementSpec statement(String sql) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("idleSince", Timestamp.from(now.minus(settings.noAction())))
                .param("attempts", codes.attempts())
                .param("attemptsInAll", codes.attemptsInAll());
    }

    private static String found(Reason only) {
        return Arrays.stream(Reason.values())
                .filter(reason -> only == null || reason == only)
                .map(Reason::query)
                .collect(joining(" union all ", "(", ") f (number, reason, since, detail, task)"));
    }

    private static Stuck stuck(ResultSet row) {
        try {
            return new Stuck(
                    row.getString("number"),
                    Standing.valueOf(row.getString("standing")),
                    row.getObject("oldest", OffsetDateTime.class).toInstant(),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cause cause(ResultSet row) throws SQLException {
        return new Cause(Reason.valueOf(row.getString("reason")), row.getString("detail"), row.getString("task"));
    }
}
