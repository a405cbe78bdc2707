package org.amelionboarding.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which dossiers somebody should look at, the longest stuck first. */
@Component
class Attention {

    static final int PAGE = 50;

    private static final String QUERIES =
            Arrays.stream(Reason.values()).map(Reason::query).collect(joining(" union all "));

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

    /**
     * Reads each reason once: few have one, and sorting them here spares the database doing so for each number on the page.
     *
     * @param only null for all reasons
     * @param page from 1
     */
    Needs look(Reason only, int page) {
        List<Found> found = found();
        Map<String, List<Found>> dossiers = byDossier(found, only);
        List<String> numbers =
                dossiers.keySet().stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        return new Needs(
                counts(found),
                found.stream().map(Found::number).distinct().count(),
                (dossiers.size() + PAGE - 1) / PAGE,
                stuck(numbers, dossiers));
    }

    private record Found(String number, Instant since, Cause cause) {}

    /** Oldest first. */
    private List<Found> found() {
        Instant now = clock.instant();
        return jdbc.sql("select * from (" + QUERIES
                        + ") f (number, reason, since, detail, task) order by since, number")
                .param("now", Timestamp.from(now))
                .param("idleSince", Timestamp.from(now.minus(settings.noAction())))
                .param("attempts", codes.attempts())
                .param("attemptsInAll", codes.attemptsInAll())
                .query((row, n) -> new Found(
                        row.getString("number"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        new Cause(
                                Reason.valueOf(row.getString("reason")),
                                row.getString("detail"),
                                row.getString("task"))))
                .list();
    }

    private static Map<Reason, Long> counts(List<Found> found) {
        Map<Reason, Set<String>> dossiers =
                found.stream().collect(groupingBy(each -> each.cause().reason(), mapping(Found::number, toSet())));
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        dossiers.forEach((reason, numbers) -> counts.put(reason, (long) numbers.size()));
        return counts;
    }

    private static Map<String, List<Found>> byDossier(List<Found> found, Reason only) {
        return found.stream()
                .filter(each -> only == null || each.cause().reason() == only)
                .collect(groupingBy(Found::number, LinkedHashMap::new, toList()));
    }

    private List<Stuck> stuck(List<String> numbers, Map<String, List<Found>> dossiers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Standing> standings = new HashMap<>();
        jdbc.sql("select number, " + Standing.COLUMN + " as standing from dossier where number in (:numbers)")
                .param("numbers", numbers)
                .query(row -> {
                    standings.put(row.getString("number"), Standing.valueOf(row.getString("standing")));
                });
        return numbers.stream()
                .filter(standings::containsKey)
                .map(number -> stuck(number, standings.get(number), dossiers.get(number)))
                .toList();
    }

    private static Stuck stuck(String number, Standing standing, List<Found> found) {
        List<Cause> causes = found.stream().map(Found::cause).toList();
        return new Stuck(number, standing, found.get(0).since(), causes);
    }
}
