package org.amelionboarding.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who reaches which of our own addresses: the whole table stands in {@code authorization.csv}. The addresses of Camunda's
 * web applications: {@link AllowListTest}.
 */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTest {

    private static final String TABLE = "/authorization.csv";
    private static final Set<String> SIGN_IN_PAGES = Set.of("/sign-in", "/staff/sign-in");

    @Autowired
    private Demo demo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Applicant applicant = Applicant.next();
    /** In the order of the table's columns. */
    private final Map<String, Browser> people = new LinkedHashMap<>();

    @BeforeAll
    void people_sign_in() {
        demo.activeStudent(applicant);
        people.put("nobody", demo.browser());
        people.put("half", demo.browser());
        people.get("half").signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        people.put("student", demo.signInToAccount(applicant));
        people.put("advisor", demo.advisor());
        people.put("operator", demo.operator());
        people.put("auditor", demo.auditor());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = TABLE, delimiter = '|')
    void who_reaches(
            String method,
            String address,
            String nobody,
            String half,
            String student,
            String advisor,
            String operator,
            String auditor) {
        assertThat(row(method, address))
                .isEqualTo(line(method, address, List.of(nobody, half, student, advisor, operator, auditor)));
    }

    @Test
    void the_table_names_every_address_of_ours_and_no_other() throws IOException {
        Set<String> named = rows().collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(mapped());
        missing.removeAll(named);
        named.removeAll(mapped());

        assertThat(missing.stream().map(this::row))
                .as("Missing rows of authorization.csv, as the application answers now: judge, then add them")
                .isEmpty();
        assertThat(named).as("Rows of addresses that are no more").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void nobody_reaches_an_address_in_another_way_than_the_table_says(String address) throws IOException {
        Set<String> named = rows().collect(Collectors.toSet());
        assertSoftly(softly -> Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                .filter(method -> !named.contains(method + " " + address))
                .forEach(method -> people.forEach((who, browser) -> softly.assertThat(
                                send(browser, method, address).status())
                        .as(who + " " + method)
                        .isIn(302, 401, 403, 404, 405))));
    }

    static Stream<String> addresses() throws IOException {
        return rows().map(row -> row.replaceFirst(".* ", "")).distinct();
    }

    private static Stream<String> rows() throws IOException {
        return new ClassPathResource(TABLE)
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\\|"))
                .map(cells -> cells[0].trim() + " " + cells[1].trim());
    }

    /** Method and address of every handler of ours. */
    private Set<String> mapped() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("org.amelionboarding"))
                .map(Map.Entry::getKey)
                .flatMap(AuthorizationMatrixTest::named)
                .collect(Collectors.toSet());
    }

    private static Stream<String> named(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(address -> (methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream())
                        .map(method -> method + " " + address));
    }

    private String row(String name) {
        String[] parts = name.split(" ");
        return row(parts[0], parts[1]);
    }

    private String row(String method, String address) {
        return line(
                method,
                address,
                people.keySet().stream()
                        .map(who -> answer(who, method, address))
                        .toList());
    }

    private static String line(String method, String address, List<String> cells) {
        return "%-4s | %-42s | %s"
                .formatted(
                        method, address, cells.stream().map("%-4s"::formatted).collect(Collectors.joining(" | ")))
                .trim();
    }

    private String answer(String who, String method, String address) {
        if (who.equals("student") && people.get(who).get("/api/session").status() != 200) {
            // The row before has signed the student out.
            people.put(who, demo.signInToAccount(applicant));
        }
        Reply reply = send(people.get(who), method, address);
        return switch (reply.status()) {
            case 401, 403 -> String.valueOf(reply.status());
            case 302 -> SIGN_IN_PAGES.contains(reply.location()) ? "302" : "open";
            default -> "open";
        };
    }

    private static Reply send(Browser browser, String method, String address) {
        String path = address.replaceAll("\\{[^}]*}", "x");
        if (method.equals("GET")) {
            return browser.get(path);
        }
        JsonNode csrf = browser.get("/api/csrf").json();
        return browser.send(
                method,
                path,
                "application/x-www-form-urlencoded",
                "",
                csrf.get("headerName").asText(),
                csrf.get("token").asText());
    }
}
