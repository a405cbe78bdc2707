package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The dashboard in src/docs asks for what the running application tells, and shows all that is its own. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaDashboardTest {

    /** A metric with its labels; functions of PromQL are followed by a bracket and have no underscore and digits. */
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:onboarding|http|jvm|hikaricp|process)_\\w+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("(\\w+)=(\"[^\"]+\")");

    @Autowired
    private Demo demo;

    private List<String> queries;
    private Set<String> told;

    @BeforeAll
    void scrape() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("src/docs/grafana-dashboard.json").toFile());
        queries = dashboard.findValuesAsText("expr");
        demo.browser().get("/sign-in");
        told = Scrape.of(demo).values().keySet();
    }

    @Test
    void every_query_asks_for_a_metric_of_ours_or_of_the_libraries() {
        assertThat(queries).isNotEmpty().allMatch(query -> METRIC.matcher(query).find());
    }

    @Test
    void every_metric_that_is_asked_for_is_told_with_the_labels_that_are_asked_for() {
        assertThat(asked())
                .allSatisfy(metric -> assertThat(told)
                        .anyMatch(line -> name(line).equals(metric.group(1)) && hasLabels(line, metric.group(2))));
    }

    @Test
    void every_metric_of_ours_is_shown() {
        Set<String> shown = asked().map(metric -> family(metric.group(1))).collect(Collectors.toSet());

        Set<String> ours = told.stream()
                .map(GrafanaDashboardTest::name)
                .filter(name -> name.startsWith("onboarding_"))
                .map(GrafanaDashboardTest::family)
                .collect(Collectors.toSet());
        assertThat(ours).hasSizeGreaterThan(8).isSubsetOf(shown);
    }

    private Stream<MatchResult> asked() {
        return queries.stream().flatMap(query -> METRIC.matcher(query).results());
    }

    private static String name(String line) {
        return line.replaceFirst("\\{.*", "");
    }

    /** A histogram is told as several metrics. */
    private static String family(String name) {
        return name.replaceFirst("_(?:bucket|count|sum|max)$", "");
    }

    private static boolean hasLabels(String line, String labels) {
        return labels == null
                || LABEL.matcher(labels)
                        .results()
                        .allMatch(label -> line.contains(label.group(1) + '=' + label.group(2)));
    }
}
