package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What stands beside each line of the log, what is said of who signs in, and what never gets through. */
@RunningDemo
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    private static final String HOSTILE = "Wr0ng%0aINFO Sign-in, staff: success\r\nINFO Sign-in, staff: success";

    @Autowired
    private Demo demo;

    private final Applicant student = Applicant.next();
    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger engine = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.bpmn.behavior");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach
    void listen() {
        events.list = new CopyOnWriteArrayList<>();
        events.start();
        all.addAppender(events);
    }

    @AfterEach
    void stop_listening() {
        all.detachAppender(events);
        engine.setLevel(null);
    }

    @Test
    void a_sign_in_is_logged_with_the_dossier() {
        demo.student(student);

        assertThat(signIns()).anySatisfy(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("Sign-in, code: success");
            assertThat(event.getMDCPropertyMap()).containsEntry("dossier", demo.dossier(student.mobile()));
        });
    }

    @Test
    void every_line_of_one_request_has_the_same_number_and_no_other_request_has_it() {
        demo.browser().signInAsStudent(student.nir(), "Wrong-passw0rd");
        demo.browser().signInAsStudent(student.nir(), "Wrong-passw0rd");

        List<String> requests = lines("org.amelionboarding.signin")
                .map(event -> event.getMDCPropertyMap().get("request"))
                .toList();
        assertThat(requests).hasSize(4).doesNotContainNull();
        assertThat(requests.stream().distinct()).hasSize(2);
    }

    @Test
    void what_the_engine_logs_for_a_form_names_the_dossier_too() {
        engine.setLevel(Level.DEBUG);
        Browser browser = demo.student(student);

        demo.choosePassword(browser);

        assertThat(lines(engine.getName())
                        .map(event -> event.getMDCPropertyMap().get("dossier"))
                        .filter(Objects::nonNull))
                .contains(demo.dossier(student.mobile()));
    }

    @Test
    void a_message_is_delivered_in_the_name_of_its_dossier() {
        // Its number is abroad, so that it is given up and says so.
        Applicant abroad =
                new Applicant(student.nir(), "Famille", "Prénom", "1998-11-05", "+4915112345678", "e@courriel.example");

        String dossier = demo.request(abroad);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lines("org.amelionboarding.message.Delivery"))
                        .anySatisfy(
                                event -> assertThat(event.getMDCPropertyMap()).containsEntry("dossier", dossier)));
    }

    /** A26 */
    @Test
    void nothing_that_was_typed_is_logged_so_that_nobody_can_forge_a_line(CapturedOutput output) {
        demo.browser().signInAsStudent(HOSTILE, HOSTILE);
        demo.browser().signInAsStaff(HOSTILE, HOSTILE);
        demo.browser().get("/actuator/prometheus", "Authorization", Scrape.basic(HOSTILE, HOSTILE));
        demo.browser().fillIn("/sign-in", Map.of("nir", student.nir() + "\r\n", "secret", HOSTILE));

        assertThat(signIns())
                .hasSize(4)
                .allMatch(event -> event.getFormattedMessage().endsWith(": refused"));
        assertThat(output).doesNotContain("Wr0ng", "success", student.nir());
    }

    /** A25 */
    @Test
    void what_somebody_logs_by_mistake_does_not_get_out(CapturedOutput output) {
        LoggerFactory.getLogger("org.example.library")
                .warn(
                        "No route to {} for {}",
                        student.email(),
                        student.mobile(),
                        new IllegalStateException("NIR " + student.nir()));

        assertThat(output).contains("No route to [removed] for [removed]", "IllegalStateException: NIR [removed]");
        assertThat(output).doesNotContain(student.nir(), student.email(), student.mobile());
    }

    private List<ILoggingEvent> signIns() {
        return lines("org.amelionboarding.signin.SignInOutcomes")
                .filter(event -> !event.getFormattedMessage().equals("Sign-in, staff: success"))
                .toList();
    }

    private Stream<ILoggingEvent> lines(String logger) {
        return events.list.stream().filter(event -> event.getLoggerName().startsWith(logger));
    }
}
