package org.amelionboarding.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Where in a process people are, and how long they stay, read from the engine's history. A stay that was broken off, by
 * a time that was up or by the student who left, tells no duration.
 */
@Component
class HeatMap {

    /** Of the engine's columns: an activity that was broken off. */
    private static final int CANCELLED = 2;

    private static final String OF_SOME_DOSSIERS = """
             join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_
             join dossier d on d.number = p.BUSINESS_KEY_
              and d.language = coalesce(:language, d.language)
              and d.channel = coalesce(:channel, d.channel)
            """;

    private static final String PASSED = """
            select a.ACT_ID_ as id, count(*) as entered,
                   percentile_cont(0.5) within group (order by case when a.ACT_INST_STATE_ <> %1$d then a.DURATION_ end)
                       as median,
                   percentile_cont(0.9) within group (order by case when a.ACT_INST_STATE_ <> %1$d then a.DURATION_ end)
                       as p90
              from ACT_HI_ACTINST a%2$s
             where a.PROC_DEF_KEY_ = :definition and a.START_TIME_ >= :since
             group by a.ACT_ID_""";

    private static final String WAITING = """
            select a.ACT_ID_ as id, a.START_TIME_ as since
              from ACT_HI_ACTINST a%s
             where a.PROC_DEF_KEY_ = :definition and a.END_TIME_ is null""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;

    HeatMap(JdbcClient jdbc, Clock clock, HeatMapSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = settings.patience();
    }

    Collection<ElementHeat> of(HeatMapQuery query) {
        Instant now = clock.instant();
        Map<String, ElementHeat> elements = new TreeMap<>();
        Instant since = now.atOffset(ZoneOffset.UTC).minus(query.period()).toInstant();
        ask(PASSED.formatted(CANCELLED, join(query)), query)
                .param("since", Timestamp.from(since))
                .query((RowCallbackHandler) row -> {
                    ElementHeat passed = passed(row);
                    elements.put(passed.id(), passed);
                });
        ask(WAITING.formatted(join(query)), query).query((RowCallbackHandler) row -> {
            Duration waited = Duration.between(row.getTimestamp("since").toInstant(), now);
            elements.merge(row.getString("id"), nobody(row.getString("id")), (known, none) -> known);
            elements.computeIfPresent(row.getString("id"), (id, element) -> andOneMore(element, waited));
        });
        return elements.values();
    }

    private StatementSpec ask(String sql, HeatMapQuery query) {
        StatementSpec statement = jdbc.sql(sql).param("definition", query.definition());
        return query.isOfSomeDossiers()
                ? statement
                        .param("language", query.language())
                        .param(
                                "channel",
                                query.channel() == null ? null : query.channel().name())
                : statement;
    }

    private static String join(HeatMapQuery query) {
        return query.isOfSomeDossiers() ? OF_SOME_DOSSIERS : "";
    }

    private static ElementHeat passed(ResultSet row) throws SQLException {
        return new ElementHeat(
                row.getString("id"), row.getLong("entered"), 0, seconds(row, "median"), seconds(row, "p90"), 0);
    }

    private static ElementHeat nobody(String id) {
        return new ElementHeat(id, 0, 0, null, null, 0);
    }

    private static Long seconds(ResultSet row, String column) throws SQLException {
        double milliseconds = row.getDouble(column);
        return row.wasNull() ? null : Math.round(milliseconds / 1000);
    }

    private ElementHeat andOneMore(ElementHeat element, Duration waited) {
        long usual = element.p90Seconds() == null ? patience.toSeconds() : element.p90Seconds();
        boolean overdue = waited.toSeconds() > usual;
        return new ElementHeat(
                element.id(),
                element.entered(),
                element.waiting() + 1,
                element.medianSeconds(),
                element.p90Seconds(),
                element.overdue() + (overdue ? 1 : 0));
    }
}
