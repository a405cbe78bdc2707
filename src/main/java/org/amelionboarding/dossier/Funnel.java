package org.amelionboarding.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * How far students have come and how long each step takes, read from the moments that dossiers keep. Closed dossiers
 * count too: they have come as far as they have.
 */
@Component
public class Funnel {

    /**
     * Whose way is looked at.
     *
     * @param since requested at this moment or later; null for all times
     * @param language of the dossier, {@code fr} or {@code en}; null for all
     * @param channel null for all
     */
    public record Students(Instant since, String language, RequestChannel channel) {

        public static final Students ALL = new Students(null, null, null);
    }

    private static final String FROM = """
             from dossier
            where requested_at >= coalesce(cast(:since as timestamp with time zone), requested_at)
              and language = coalesce(:language, language)
              and channel = coalesce(:channel, channel)
            """;

    private final JdbcClient jdbc;

    Funnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many have come to each step, or further. Reads each dossier once. */
    public Map<FunnelStep, Long> counts(Students students) {
        return read(FunnelStep::count, students).query(Funnel::counts).single();
    }

    /**
     * Median of the time that each step took, from the one before; without the steps of which no time is known. Reads the
     * moments of each dossier: for people who look, not for machines that ask every minute. Worked out here: H2 takes
     * seconds for the same in SQL.
     */
    public Map<FunnelStep, Duration> medians(Students students) {
        Map<FunnelStep, List<Duration>> times = new EnumMap<>(FunnelStep.class);
        read(FunnelStep::moment, students).query(row -> {
            OffsetDateTime before = null;
            for (FunnelStep step : FunnelStep.values()) {
                OffsetDateTime moment = row.getObject(step.ordinal() + 1, OffsetDateTime.class);
                if (before != null && moment != null) {
                    times.computeIfAbsent(step, first -> new ArrayList<>()).add(Duration.between(before, moment));
                }
                before = moment;
            }
        });
        Map<FunnelStep, Duration> medians = new EnumMap<>(FunnelStep.class);
        times.forEach((step, taken) -> medians.put(step, median(taken)));
        return medians;
    }

    private static Duration median(List<Duration> taken) {
        Collections.sort(taken);
        int middle = taken.size() / 2;
        return taken.size() % 2 == 1
                ? taken.get(middle)
                : taken.get(middle - 1).plus(taken.get(middle)).dividedBy(2);
    }

    private StatementSpec read(Function<FunnelStep, String> column, Students students) {
        String columns =
                Arrays.stream(FunnelStep.values()).map(column).collect(Collectors.joining(", ", "select ", ""));
        return jdbc.sql(columns + FROM)
                .param(
                        "since",
                        students.since() == null ? null : students.since().atOffset(ZoneOffset.UTC))
                .param("language", students.language())
                .param(
                        "channel",
                        students.channel() == null ? null : students.channel().name());
    }

    private static Map<FunnelStep, Long> counts(ResultSet row, int number) throws SQLException {
        Map<FunnelStep, Long> counts = new EnumMap<>(FunnelStep.class);
        for (FunnelStep step : FunnelStep.values()) {
            counts.put(step, row.getLong(step.ordinal() + 1));
        }
        return counts;
    }
}
