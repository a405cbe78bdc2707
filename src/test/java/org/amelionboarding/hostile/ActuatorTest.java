package org.amelionboarding.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Base64;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reaches the operators' endpoints, by a session or by HTTP Basic, and what they are told. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActuatorTest {

    private static final String METRICS = "/actuator/prometheus";

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient jdbc;

    private Browser student;
    private Browser advisor;
    private Browser operator;

    @BeforeAll
    void people_sign_in() {
        student = demo.student(Applicant.next());
        advisor = demo.advisor();
        operator = demo.operator();
    }

    @ParameterizedTest
    @CsvSource({
        // address, stranger, student, advisor, operator
        "/actuator/health, 200, 200, 200, 200",
        "/actuator/health/liveness, 200, 200, 200, 200",
        "/actuator/health/readiness, 200, 200, 200, 200",
        "/actuator/health/db, 302, 403, 403, 200",
        "/actuator/health/readiness/db, 302, 403, 403, 200",
        "/actuator/prometheus, 302, 403, 403, 200",
        "/actuator, 302, 403, 403, 200",
        "/actuator/metrics, 302, 403, 403, 404",
        "/actuator/env, 302, 403, 403, 404",
        "/actuator/heapdump, 302, 403, 403, 404",
        "/actuator/loggers, 302, 403, 403, 404"
    })
    void who_reaches_what(String path, int stranger, int asStudent, int asAdvisor, int asOperator) {
        assertSoftly(softly -> {
            softly.assertThat(demo.browser().get(path).status()).as("stranger").isEqualTo(stranger);
            softly.assertThat(student.get(path).status()).as("student").isEqualTo(asStudent);
            softly.assertThat(advisor.get(path).status()).as("advisor").isEqualTo(asAdvisor);
            softly.assertThat(operator.get(path).status()).as("operator").isEqualTo(asOperator);
            softly.assertThat(basic(path, "advisor", "advisor-demo").status())
                    .as("advisor by HTTP Basic")
                    .isEqualTo(asAdvisor);
            softly.assertThat(basic(path, "operator", "operator-demo").status())
                    .as("operator by HTTP Basic")
                    .isEqualTo(asOperator);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothing_is_changed_there(String method) {
        assertThat(operator.send(method, METRICS, "application/json", "{}").status())
                .isIn(403, 405);
    }

    @Test
    void a_stranger_is_told_whether_it_works_and_nothing_more() {
        assertThat(demo.browser().get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
    }

    @Test
    void students_and_advisors_are_told_no_more_than_a_stranger() {
        for (Browser person : List.of(student, advisor)) {
            assertThat(person.get("/actuator/health").body()).doesNotContain("components", "details");
        }
    }

    @Test
    void operators_are_told_the_parts() {
        assertThat(operator.get("/actuator/health").json().get("components").fieldNames())
                .toIterable()
                .contains("db", "mail", "sms", "diskSpace");
    }

    // ---- HTTP Basic

    @Test
    void who_scrapes_gets_no_session() {
        assertThat(basic(METRICS, "operator", "operator-demo").header("Set-Cookie"))
                .isNull();
    }

    @Test
    void a_wrong_password_is_refused_in_the_way_that_machines_understand() {
        Reply answer = basic(METRICS, "operator", "wrong " + System.nanoTime());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @Test
    void it_opens_nothing_else() {
        for (String path : List.of("/camunda/app/cockpit/default/", "/camunda/api/engine/engine/default/task")) {
            assertThat(basic(path, "operator", "operator-demo").status()).isIn(302, 401);
        }
    }

    @Test
    void without_credentials_people_are_led_to_the_sign_in_page() {
        assertThat(demo.browser().get(METRICS).location()).isEqualTo("/staff/sign-in");
    }

    @Test
    void a_student_gets_in_by_it_nowhere() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);

        assertThat(basic(METRICS, applicant.nir(), code).status()).isEqualTo(401);
    }

    /** A13: also the right password waits then. */
    @Test
    void guessing_is_slowed_down_as_on_the_sign_in_page() {
        try {
            for (int i = 0; i < 5; i++) {
                basic(METRICS, "colleague", "guess " + i);
            }

            assertThat(basic(METRICS, "colleague", "advisor-demo").status()).isEqualTo(401);
            assertThat(demo.browser().signInAsStaff("colleague", "advisor-demo").location())
                    .contains("problem=BLOCKED");
        } finally {
            jdbc.sql("delete from sign_in_failure").update();
        }
    }

    private Reply basic(String path, String name, String password) {
        String credentials = Base64.getEncoder().encodeToString((name + ':' + password).getBytes(UTF_8));
        return demo.browser().get(path, "Authorization", "Basic " + credentials);
    }
}
