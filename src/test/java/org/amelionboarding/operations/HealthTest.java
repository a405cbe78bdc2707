package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A node with a job executor of its own, and an access log, which are off in the other tests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "onboarding.demo.students=false",
            "onboarding.operations.refresh=PT0S",
            "management.prometheus.metrics.export.enabled=true",
            "management.endpoint.health.cache.time-to-live=0s",
            "server.tomcat.basedir=target/health-test",
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.buffered=false"
        })
@ActiveProfiles({"demo", "test"})
@Import(Demo.class)
class HealthTest {

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JobExecutor jobExecutor;

    @AfterEach
    void everything_works_again() {
        jdbc.sql("update message_channel set failures = 0, probe_at = null, error = null")
                .update();
        jobExecutor.start();
    }

    /** The application goes on: to close it would take the engine away from the web applications of all others. */
    @AfterAll
    static void leave_the_jobs_of_others_alone(@Autowired JobExecutor jobExecutor) {
        jobExecutor.shutdown();
    }

    @Test
    void when_everything_works_all_parts_are_up() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status("/actuator/health").equals("UP"));

        for (String part : List.of("db", "jobExecutor", "mail", "sms", "diskSpace")) {
            assertThat(status("/actuator/health/" + part)).as(part).isEqualTo("UP");
        }
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, mail, sms", "SMS, sms, mail"})
    void a_channel_that_takes_nothing_is_down_and_the_other_is_not(String channel, String down, String up) {
        breakDown(channel);

        assertThat(status("/actuator/health/" + down)).isEqualTo("DOWN");
        assertThat(status("/actuator/health/" + up)).isEqualTo("UP");
        assertThat(get("/actuator/health").status()).isEqualTo(503);
    }

    @Test
    void operators_are_told_the_failure() {
        breakDown("EMAIL");

        assertThat(get("/actuator/health/mail").body()).contains("\"failure\":\"SMTP_CONNECT\"");
    }

    @Test
    void strangers_are_told_that_something_is_wrong_and_not_what() {
        breakDown("EMAIL");

        assertThat(demo.browser().get("/actuator/health").body())
                .isEqualTo("{\"status\":\"DOWN\",\"groups\":[\"liveness\",\"readiness\"]}");
    }

    @Test
    void a_channel_that_works_again_is_up_again() {
        breakDown("SMS");
        everything_works_again();

        assertThat(status("/actuator/health/sms")).isEqualTo("UP");
    }

    @Test
    void a_job_executor_that_stopped_is_down() {
        jobExecutor.shutdown();

        assertThat(status("/actuator/health/jobExecutor")).isEqualTo("DOWN");
        assertThat(Scrape.of(demo).of("onboarding_jobs_executor_alive")).isZero();
    }

    @Test
    void a_job_executor_that_was_started_again_is_up_again() {
        jobExecutor.shutdown();
        jobExecutor.start();

        assertThat(status("/actuator/health/jobExecutor")).isEqualTo("UP");
        assertThat(Scrape.of(demo).of("onboarding_jobs_executor_alive")).isOne();
    }

    /** Its students read, fill in and sign in as before; what is to be sent waits. */
    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void neither_mail_nor_jobs_take_a_node_out_of_service(String group) {
        breakDown("EMAIL");
        breakDown("SMS");
        jobExecutor.shutdown();

        assertThat(demo.browser().get("/actuator/health/" + group).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void being_alive_asks_neither_the_database_nor_anything_outside() {
        assertThat(get("/actuator/health/liveness").json().get("components").fieldNames())
                .toIterable()
                .containsExactly("livenessState");
    }

    @Test
    void being_ready_asks_the_database_only() {
        assertThat(get("/actuator/health/readiness").json().get("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("db", "readinessState");
    }

    @Test
    void the_access_log_tells_no_query_and_no_network_address() throws IOException {
        demo.browser().get("/email-confirmation?token=a-token-that-opens");

        await().atMost(20, TimeUnit.SECONDS).until(() -> accessLog().contains("GET /email-confirmation 200"));
        assertThat(accessLog()).doesNotContain("token", "?", "127.0.0.1");
    }

    private static String accessLog() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/health-test/logs"))) {
            return Files.readString(files.max(Path::compareTo).orElseThrow());
        }
    }

    private void breakDown(String channel) {
        jdbc.sql("update message_channel set failures = 1, probe_at = ?, error = 'SMTP_CONNECT' where channel = ?")
                .params(java.time.OffsetDateTime.parse("2999-01-01T00:00:00Z"), channel)
                .update();
    }

    private String status(String path) {
        return get(path).json().get("status").asText();
    }

    private Reply get(String path) {
        return Scrape.get(demo, path, "operator", "operator-demo");
    }
}
