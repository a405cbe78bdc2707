package org.amelionboarding.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long advisors wait for their pages, over HTTP, with a database file on the disk:
 * {@code ./mvnw -Pbench test} writes {@code target/bench/desk.md}. Judge it on a machine that does nothing else.
 */
@CrowdedDemo
class DeskBench {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 60);
    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 10_000);

    @Autowired
    private Demo demo;

    @Autowired
    private Crowd crowd;

    @Autowired
    private JdbcTemplate jdbc;

    private Browser advisor;
    private String csrf;

    @Test
    void measure() throws IOException {
        crowd.gather(DOSSIERS);
        advisor = demo.advisor();
        csrf = advisor.get("/api/csrf").json().get("token").asText();
        Map<String, Supplier<Reply>> pages = pages();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Supplier<Reply>> page : pages.entrySet()) {
                double milliseconds = time(page.getKey(), page.getValue());
                if (round >= WARM_UP) {
                    times.computeIfAbsent(page.getKey(), none -> new ArrayList<>()).add(milliseconds);
                }
            }
        }
        report(times);
    }

    /** Interleaved, so that whatever else the machine does hits all of them. */
    private Map<String, Supplier<Reply>> pages() {
        String number = number();
        Map<String, Supplier<Reply>> pages = new LinkedHashMap<>();
        pages.put("list", () -> advisor.get("/desk/dossiers"));
        pages.put("list, last page", () -> advisor.get("/desk/dossiers?page=" + DOSSIERS));
        pages.put("list, status", () -> advisor.get("/desk/dossiers?status=CONFIRMATION"));
        pages.put("list, language and channel", () -> advisor.get("/desk/dossiers?language=en&channel=AGENCY"));
        pages.put("list, process", () -> advisor.get("/desk/dossiers?definition=account-creation"));
        pages.put("search, number", () -> search(number));
        pages.put("search, NIR", () -> search("2" + "01029910" + "0001" + "2"));
        pages.put("search, frequent name", () -> search("ngu"));
        pages.put("search, two names", () -> search("silva jean-bapt"));
        pages.put("search, nobody", () -> search("zzz"));
        pages.put("CSV of all", () -> post("/desk/dossiers.csv", Map.of()));
        for (String period : List.of("P7D", "P30D", "P365D")) {
            pages.put("heat map, " + period, () -> heatMap("period=" + period));
        }
        pages.put("heat map, P30D, English", () -> heatMap("period=P30D&language=en"));
        pages.put("heat map, P365D, agency", () -> heatMap("period=P365D&channel=AGENCY"));
        pages.put("dashboard", () -> advisor.get("/desk/dashboard"));
        pages.put("dossier", () -> advisor.get("/desk/dossiers/" + number));
        // Pages that there are not yet.
        pages.values().removeIf(page -> page.get().status() == 404);
        return pages;
    }

    private String number() {
        return jdbc.queryForObject(
                "select max(number) from dossier where activated_at is not null and closed_at is null", String.class);
    }

    private Reply heatMap(String filter) {
        return advisor.get("/api/heat-map?definition=account-creation&" + filter);
    }

    private Reply search(String looked) {
        return post("/desk/dossiers", Map.of("looked", looked));
    }

    private Reply post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return advisor.post(path, all);
    }

    private static double time(String name, Supplier<Reply> page) {
        long start = System.nanoTime();
        Reply reply = page.get();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        assertThat(reply.status()).as(name).isEqualTo(200);
        return milliseconds;
    }

    private void report(Map<String, List<Double>> times) throws IOException {
        StringBuilder text = new StringBuilder("# Desk, %d dossiers, %d activities in the history%n%n"
                .formatted(
                        crowd.count(), jdbc.queryForObject("select count(*) from ACT_HI_ACTINST", Integer.class)));
        text.append("Milliseconds over HTTP, %d rounds.%n%n| page | p50 | p95 |%n|---|---:|---:|%n".formatted(ROUNDS));
        times.forEach((page, all) -> {
            Collections.sort(all);
            text.append("| %s | %.0f | %.0f |%n".formatted(page, quantile(all, 0.5), quantile(all, 0.95)));
        });
        Files.writeString(Path.of("target/bench/desk.md"), text);
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
