package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Marker;
import org.amelionboarding.web.RawHttp;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link in the mail, in the hands of scanners, forgers and impatient people (A9, A10, A11). */
@RunningDemo
class EmailLinkTest {

    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);
    private static final String CONFIRMED = "Votre compte est actif";

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient database;

    private final Applicant applicant = Applicant.next();
    private Browser student;
    private String link;

    @BeforeEach
    void a_student_waits_for_the_link() {
        student = demo.student(applicant);
        demo.finishWizard(student, applicant.email());
        link = demo.link(applicant.email());
    }

    @AfterEach
    void time_goes_on() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void a10_looking_changes_nothing_and_the_button_still_confirms(String method) {
        String before = secrets();
        Browser scanner = demo.browser();
        for (int i = 0; i < 10; i++) {
            assertThat(scanner.send(method, link, null, null).status()).isEqualTo(200);
        }

        assertThat(secrets()).isEqualTo(before);
        assertThat(heading(press(demo.browser()))).isEqualTo(CONFIRMED);
    }

    private String secrets() {
        return database.sql("select id, tries, expires_at, used_at, revoked_at from one_time_secret where dossier = ?")
                .param(student.task().get("assignee").asText())
                .query()
                .listOfRows()
                .toString();
    }

    @Test
    void the_link_works_on_another_device_and_ends_the_waiting() {
        press(demo.browser());

        assertThat(student.engine("GET", "/task", null).json())
                .noneMatch(task -> task.get("taskDefinitionKey").asText().equals("Task_AwaitEmailConfirmation"));
    }

    @Test
    void a10_a_second_press_is_answered_kindly() {
        Browser browser = demo.browser();
        Map<String, String> pressed = Map.of("token", token(), "_csrf", csrf(browser));
        browser.post("/email-confirmation", pressed);

        Reply again = browser.post("/email-confirmation", pressed);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("role=\"status\"").doesNotContain("role=\"alert\"");
    }

    @Test
    void of_eight_presses_at_the_same_time_none_is_told_that_it_failed() {
        List<Callable<Reply>> presses =
                Stream.generate(this::readyToPress).limit(8).toList();

        List<Reply> replies = Together.all(presses);

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body()).doesNotContain("role=\"alert\""));
    }

    @Test
    void a_page_without_the_csrf_token_confirms_nothing() {
        assertThat(demo.browser()
                        .post("/email-confirmation", Map.of("token", token()))
                        .status())
                .isEqualTo(403);
        assertThat(student.task().get("taskDefinitionKey").asText()).isEqualTo("Task_AwaitEmailConfirmation");
    }

    @Test
    void an_altered_token_leads_to_a_clear_page() {
        Stream.of("", "-", "\u0000", "' or 1=1--", "<script>", Marker.EXPRESSION, "../..", "é")
                .map(end -> URLEncoder.encode(token().substring(0, 42) + end, StandardCharsets.UTF_8))
                .forEach(altered -> assertClear(demo.browser().get("/email-confirmation?token=" + altered)));
    }

    @Test
    void a_page_without_a_token_is_clear() {
        assertClear(demo.browser().get("/email-confirmation"));
    }

    @Test
    void a_very_long_token_leads_to_a_clear_page() {
        assertClear(demo.browser().get("/email-confirmation?token=" + "A".repeat(6000)));
    }

    @Test
    void a9_an_expired_link_leads_to_a_clear_page_and_confirms_nothing() {
        ClockUtil.offset(Duration.ofDays(3).toMillis());
        Browser browser = demo.browser();

        assertClear(browser.get(link));
        assertClear(browser.post("/email-confirmation", Map.of("token", token(), "_csrf", anyCsrf(browser))));
        Browser again = demo.student(applicant.nir(), Applicant.PASSWORD);
        assertThat(again.task().get("taskDefinitionKey").asText()).isEqualTo("Task_AwaitEmailConfirmation");
    }

    private static void assertClear(Reply page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("role=\"alert\"")
                .doesNotContain("Exception", "\tat ", "<script>", "org.amelionboarding");
    }

    @Test
    void the_student_cannot_confirm_without_the_link() {
        Reply guess = student.doTask(Map.of("action", "CONFIRM", "token", "A".repeat(43)));

        assertThat(guess.status()).isEqualTo(400);
        assertThat(guess.body()).contains("NOT_LIVE");
    }

    @Test
    void anothers_link_does_not_confirm_the_own_address() {
        Applicant other = Applicant.next();
        Browser otherStudent = demo.student(other);
        demo.finishWizard(otherStudent, other.email());

        Reply stolen = otherStudent.doTask(Map.of("action", "CONFIRM", "token", token()));

        assertThat(stolen.body()).contains("NOT_LIVE");
    }

    @Test
    void a_corrected_address_kills_the_link_to_the_wrong_one() {
        String corrected = "neu-" + applicant.email();
        student.doTask(Map.of("action", "CORRECT", "email", corrected, "confirmEmail", corrected));

        assertClear(demo.browser().get(link));
        assertThat(demo.link(corrected)).isNotEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host", "Forwarded"})
    void a11_a_forged_host_does_not_appear_in_the_mail(String header) {
        String corrected = header.toLowerCase() + "-" + applicant.email();
        String forged = header.equals("Forwarded") ? "host=mallory.example" : "mallory.example";
        String body = "{\"variables\":{\"action\":{\"value\":\"CORRECT\"},\"email\":{\"value\":\"" + corrected
                + "\"},\"confirmEmail\":{\"value\":\"" + corrected + "\"}}}";

        String status = RawHttp.post(
                demo.port(),
                Browser.ENGINE + "/task/" + student.task().get("id").asText() + "/submit-form",
                body,
                header + ": " + forged,
                "Cookie: JSESSIONID=" + student.cookie("JSESSIONID") + "; XSRF-TOKEN=" + student.cookie("XSRF-TOKEN"),
                "X-XSRF-TOKEN: " + student.cookie("XSRF-TOKEN"));

        assertThat(status).contains("204");
        assertThat(demo.link(corrected)).isNotEmpty();
        assertThat(demo.messages(corrected))
                .allMatch(text -> text.contains("http://localhost:8080/email-confirmation?token="))
                .noneMatch(text -> text.contains("mallory"));
    }

    private Reply press(Browser browser) {
        return browser.post("/email-confirmation", Map.of("token", token(), "_csrf", csrf(browser)));
    }

    private Callable<Reply> readyToPress() {
        Browser browser = demo.browser();
        Map<String, String> form = Map.of("token", token(), "_csrf", csrf(browser));
        return () -> browser.post("/email-confirmation", form);
    }

    private String csrf(Browser browser) {
        return browser.csrf(link);
    }

    private static String anyCsrf(Browser browser) {
        return browser.get("/api/csrf").json().get("token").asText();
    }

    private String token() {
        return link.replaceFirst(".*token=", "");
    }

    private static String heading(Reply page) {
        Matcher heading = HEADING.matcher(page.body());
        return heading.find() ? heading.group(1).strip() : page.toString();
    }
}
