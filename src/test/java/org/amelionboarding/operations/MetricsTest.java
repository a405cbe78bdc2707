package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a scrape tells after one student has gone all the way, with some slips. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    private static final String CODE_PAGE = "/sign-in/code";

    @Autowired
    private Demo demo;

    private final Applicant student = Applicant.next();
    private Scrape before;
    private Scrape after;
    private String dossier;

    @BeforeAll
    void the_whole_way() {
        before = Scrape.of(demo);
        String code = demo.newCode(student);
        demo.browser().signInAsStudent(student.nir(), "00000000");
        demo.finishWizard(demo.student(student.nir(), code), student.email());
        String link = demo.link(student.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
        demo.browser().signInAsStudent(student.nir(), code);
        demo.browser().signInAsStudent(student.nir(), "Wrong-passw0rd");
        completeProfile(signedInWithTwoSteps());
        demo.browser().post(CODE_PAGE, Map.of("code", "1"));
        demo.browser().fillIn("/staff/sign-in", Map.of("username", "operator", "password", "wrong"));
        Scrape.get(demo, "/actuator/prometheus", "advisor", "wrong");
        beBlocked();
        dossier = demo.dossier(student.email());
        after = Scrape.of(demo);
    }

    private Browser signedInWithTwoSteps() {
        Browser browser = demo.browser();
        browser.signInAsStudent(student.nir(), Applicant.PASSWORD);
        browser.fillIn(CODE_PAGE, Map.of("code", "00000000"));
        browser.fillIn(CODE_PAGE, Map.of("code", demo.code(student.email(), 1)));
        return browser.openTasklist();
    }

    private static void completeProfile(Browser browser) {
        for (JsonNode task : browser.engine("GET", "/task", null).json()) {
            Reply reply = browser.submitForm("/task/" + task.get("id").asText(), answers(task));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
        }
    }

    private static Map<String, String> answers(JsonNode task) {
        return task.get("taskDefinitionKey").asText().equals("Task_CheckContactDetails")
                ? Map.of("decision", "VERIFY", "street", "1 rue", "postalCode", "69007", "city", "Lyon")
                : Map.of("answer", "NOT_CONCERNED");
    }

    private void beBlocked() {
        String stranger = Applicant.next().nir();
        for (int i = 0; i < 6; i++) {
            demo.browser().signInAsStudent(stranger, "Wrong-passw0rd");
        }
    }

    /** Of the tests before, a message may leave meanwhile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "started",
                "code-sent",
                "signed-in",
                "password-chosen",
                "terms-accepted",
                "details-given",
                "email-confirmed",
                "active",
                "profile-complete"
            })
    void the_student_has_come_to_each_step_of_the_funnel(String step) {
        assertThat(more("onboarding_funnel{step=\"" + step + "\"}")).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "code, success, 1",
        "code, refused, 1",
        "code, expired, 1",
        "first, success, 1",
        "first, refused, 6",
        "first, blocked, 1",
        "second, success, 1",
        "second, refused, 1",
        "second, blocked, 0",
        "staff, refused, 2",
    })
    void each_attempt_to_sign_in_is_counted_once(String step, String outcome, int attempts) {
        assertThat(more("onboarding_signin_total{outcome=\"" + outcome + "\",step=\"" + step + "\"}"))
                .isEqualTo(attempts);
    }

    @Test
    void advisors_who_signed_in_are_counted_and_the_scrapes_are_not() {
        assertThat(more("onboarding_signin_total{outcome=\"success\",step=\"staff\"}"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "email"})
    void messages_and_the_time_they_took_are_counted(String channel) {
        String counted = "onboarding_messages_total{channel=\"%s\",outcome=\"sent\",reason=\"none\"}";

        assertThat(more(counted.formatted(channel))).isGreaterThanOrEqualTo(1);
        assertThat(more("onboarding_message_latency_seconds_count{channel=\"" + channel + "\"}"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void when_all_messages_have_left_nothing_waits() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Scrape.of(demo).of("onboarding_message_waiting{channel=\"email\"}") == 0);
    }

    @Test
    void this_node_runs_no_jobs_and_says_so() {
        assertThat(after.of("onboarding_jobs_executor_alive")).isZero();
    }

    @Test
    void nothing_in_a_scrape_is_personal_or_belongs_to_one_student() {
        List<String> personal = List.of(
                dossier,
                student.nir().substring(0, 13),
                student.mobile().substring(3),
                student.email().substring(0, student.email().indexOf('@')),
                student.familyName(),
                student.givenNames(),
                "Wrong-passw0rd");

        assertThat(after.text()).doesNotContain(personal);
    }

    @Test
    void the_number_of_series_does_not_grow_with_the_students() {
        assertThat(after.values().keySet().stream().filter(name -> name.startsWith("onboarding_")))
                .hasSameElementsAs(before.values().keySet().stream()
                        .filter(name -> name.startsWith("onboarding_"))
                        .toList());
    }

    private double more(String metric) {
        return after.of(metric) - before.of(metric);
    }
}
