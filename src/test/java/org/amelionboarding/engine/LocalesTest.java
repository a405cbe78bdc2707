package org.amelionboarding.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our French labels of Tasklist and Cockpit against the English ones of the Camunda version in use. An upgrade that
 * brings new labels fails here, before a student sees English.
 */
class LocalesTest {

    private static final String RESOURCES = "META-INF/resources/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void every_label_of_Tasklist_has_its_French() {
        assertThat(french("tasklist").keySet()).isEqualTo(english("tasklist").keySet());
    }

    @Test
    void no_French_label_of_Cockpit_is_one_that_Cockpit_does_not_know() {
        assertThat(english("cockpit").keySet()).containsAll(french("cockpit").keySet());
    }

    /** Cockpit's English file also holds the labels of the enterprise edition, whose scripts nobody here can load. */
    @Test
    void every_label_that_the_scripts_of_Cockpit_name_has_its_French() {
        Set<String> named = new TreeSet<>(english("cockpit").keySet());
        named.retainAll(wordsOf(
                "webjars/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
                "plugin/cockpit/app/plugin.js",
                "webjars/camunda/lib/deps.js"));

        assertThat(french("cockpit").keySet()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void a_French_label_takes_the_same_placeholders_as_the_English_one(String app) {
        Map<String, String> english = english(app);

        assertThat(french(app))
                .allSatisfy((key, label) ->
                        assertThat(placeholders(label)).isEqualTo(placeholders(english.getOrDefault(key, label))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void a_French_label_is_empty_only_where_the_English_one_is(String app) {
        Map<String, String> english = english(app);

        assertThat(french(app))
                .allSatisfy((key, label) -> assertThat(label.isBlank())
                        .isEqualTo(english.getOrDefault(key, label).isBlank()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void French_dates_are_described_as_fully_as_English_ones(String app) {
        assertThat(pointers(locale(app, "fr").path("dateLocales")))
                .isEqualTo(pointers(locale(app, "en").path("dateLocales")));
    }

    private static Map<String, String> french(String app) {
        return labels(app, "fr");
    }

    private static Map<String, String> english(String app) {
        return labels(app, "en");
    }

    private static Map<String, String> labels(String app, String language) {
        return new ObjectMapper()
                .convertValue(locale(app, language).path("labels"), new TypeReference<TreeMap<String, String>>() {});
    }

    // Camunda's files begin with a byte order mark: Jackson skips it in bytes, not in a String.
    private static JsonNode locale(String app, String language) {
        try {
            return new ObjectMapper().readTree(read("webjars/camunda/app/" + app + "/locales/" + language + ".json"));
        } catch (IOException unreadable) {
            throw new AssertionError(app + ", " + language, unreadable);
        }
    }

    private static Set<String> wordsOf(String... scripts) {
        return Stream.of(scripts)
                .flatMap(script -> WORD.matcher(new String(read(script), UTF_8)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Set<String> pointers(JsonNode node) {
        if (node.isValueNode()) {
            return Set.of("");
        }
        if (node.isArray()) {
            return Set.of("[" + node.size() + "]");
        }
        return node.properties().stream()
                .flatMap(entry -> pointers(entry.getValue()).stream().map(rest -> "/" + entry.getKey() + rest))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] read(String resource) {
        try (InputStream bytes = LocalesTest.class.getClassLoader().getResourceAsStream(RESOURCES + resource)) {
            assertThat(bytes).as(resource).isNotNull();
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(resource, unreadable);
        }
    }
}
