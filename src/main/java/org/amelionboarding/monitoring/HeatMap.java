package org.amelionboarding.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where in a process people are, and how long they stay, read from the engine's history. A stay that was broken off, by
 * a time that was up or by the student who left, tells no duration.
 *
 * <p>The history is read in the order of one index and added up here: joined with the dossiers it takes H2 several times
 * as long.
 */
@Component
class HeatMap {

    /** In the engine's columns: an activity that was broken off. */
    private static final int CANCELLED = 2;

    private static final String ENTERED = """
            select ACT_ID_, PROC_INST_ID_, DURATION_, ACT_INST_STATE_
              from ACT_HI_ACTINST
             where PROC_DEF_KEY_ = :definition and START_TIME_ >= :since""";

    private static final String WAITING = """
            select ACT_ID_, PROC_INST_ID_, START_TIME_
              from ACT_HI_ACTINST
             where PROC_DEF_KEY_ = :definition and END_TIME_ is null""";

    private static final String INSTANCES = """
            select p.ID_
              from ACT_HI_PROCINST p join dossier d on d.number = p.BUSINESS_KEY_
             where p.PROC_DEF_KEY_ = :definition
               and d.language = coalesce(:language, d.language) and d.channel = coalesce(:channel, d.channel)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;

    HeatMap(JdbcClient jdbc, Clock clock, HeatMapSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = settings.patience();
    }

    /** Sorted by the elements' ids; those where nobody was or is are left out. */
    List<ElementHeat> of(HeatMapQuery query) {
        Instant now = clock.instant();
        Predicate<String> asked = instances(query);
        Map<String, Stays> elements = new TreeMap<>();
        jdbc.sql(ENTERED)
                .param("definition", query.definition())
                .param("since", since(query, now))
                .query(only(asked, row -> enter(of(row, elements), row)));
        jdbc.sql(WAITING)
                .param("definition", query.definition())
                .query(only(
                        asked,
                        row -> of(row, elements)
                                .wait(Duration.between(row.getTimestamp(3).toInstant(), now))));
        return elements.entrySet().stream()
                .map(element -> element.getValue().heat(element.getKey(), patience))
                .toList();
    }

    private Predicate<String> instances(HeatMapQuery query) {
        return query.isOfAllDossiers()
                ? any -> true
                : new HashSet<>(jdbc.sql(INSTANCES)
                        .param("definition", query.definition())
                        .param("language", query.language())
                        .param(
                                "channel",
                                query.channel() == null ? null : query.channel().name())
                        .query(String.class)
                        .list())::contains;
    }

    private static Timestamp since(HeatMapQuery query, Instant now) {
        return Timestamp.from(now.atOffset(ZoneOffset.UTC).minus(query.period()).toInstant());
    }

    private static RowCallbackHandler only(Predicate<String> asked, RowCallbackHandler work) {
        return row -> {
            if (asked.test(row.getString(2))) {
                work.processRow(row);
            }
        };
    }

    private static Stays of(ResultSet row, Map<String, Stays> elements) throws SQLException {
        return elements.computeIfAbsent(row.getString(1), first -> new Stays());
    }

    private static void enter(Stays stays, ResultSet row) throws SQLException {
        stays.enter();
        long duration = row.getLong(3);
        if (!row.wasNull() && row.getInt(4) != CANCELLED) {
            stays.leaveAfter(duration);
        }
    }
}
