package org.amelionboarding.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;

/** All metrics at one moment, fetched as Prometheus does. */
record Scrape(String text, Map<String, Double> values) {

    static Scrape of(Demo demo) {
        String text =
                get(demo, "/actuator/prometheus", "operator", "operator-demo").body();
        return new Scrape(
                text,
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toMap(Scrape::name, Scrape::number)));
    }

    static Reply get(Demo demo, String path, String name, String password) {
        return demo.browser().get(path, "Authorization", basic(name, password));
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ':' + password).getBytes(UTF_8));
    }

    /** @param metric as it stands in the scrape, labels included */
    double of(String metric) {
        assertThat(values).containsKey(metric);
        return values.get(metric);
    }

    private static String name(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
