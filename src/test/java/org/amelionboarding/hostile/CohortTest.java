package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Map;
import org.amelionboarding.cohort.Promotion;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files of students from people who must not hand in any, and files that are none. Nothing of them is kept. */
@RunningDemo
class CohortTest {

    private static final String API = "/api/cohorts";
    private static final String PAGE = "/desk/cohort";
    private static final int LARGEST_UPLOAD = 10 * 1024 * 1024;

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcTemplate database;

    private int before;

    @BeforeEach
    void count() {
        before = cohorts();
    }

    @ParameterizedTest
    @ValueSource(strings = {API, PAGE})
    void students_operators_and_auditors_hand_in_no_file(String path) {
        String file = Promotion.of(1).text();

        assertThat(student().upload(path, file).status()).isEqualTo(403);
        assertThat(demo.operator().upload(path, file).status()).isEqualTo(403);
        assertThat(auditor().upload(path, file).status()).isEqualTo(403);
        assertThat(cohorts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {API, PAGE})
    void strangers_and_who_is_half_signed_in_hand_in_no_file(String path) {
        String file = Promotion.of(1).text();

        assertThat(demo.browser().upload(path, file).status()).isIn(302, 401);
        assertThat(halfSignedIn().upload(path, file).status()).isIn(302, 401);
        assertThat(cohorts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {API, PAGE})
    void a_file_without_the_token_against_forgery_is_refused(String path) {
        assertThat(demo.advisor()
                        .upload(path, Promotion.of(1).file(), "X-Nothing", "x")
                        .status())
                .isEqualTo(403);
        assertThat(cohorts()).isEqualTo(before);
    }

    @Test
    void nobody_but_advisors_reads_or_starts_what_was_handed_in() {
        String page = look(demo.advisor(), Promotion.of(1).text());
        String id = page.substring(page.lastIndexOf('/') + 1);
        String result = API + "/" + id + "/result.csv";
        Browser student = student();

        assertSoftly(softly -> {
            for (String address : new String[] {PAGE, page, API + "/" + id, result}) {
                softly.assertThat(student.get(address).status()).as(address).isEqualTo(403);
                softly.assertThat(demo.operator().get(address).status())
                        .as(address)
                        .isEqualTo(403);
                softly.assertThat(auditor().get(address).status()).as(address).isEqualTo(403);
                softly.assertThat(demo.browser().get(address).status())
                        .as(address)
                        .isIn(302, 401);
            }
            softly.assertThat(post(student, page).status()).isEqualTo(403);
            softly.assertThat(post(auditor(), page).status()).isEqualTo(403);
            softly.assertThat(demo.advisor().post(page, Map.of()).status())
                    .as("without token")
                    .isEqualTo(403);
        });
        assertThat(database.queryForObject("select started_at from cohort where id = ?", Object.class, id))
                .isNull();
    }

    @Test
    void a_file_that_is_larger_than_a_list_of_students_is_refused() {
        Reply reply = demo.advisor().upload(API, "x".repeat(600_000));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().get("problems").get(0).asText()).isEqualTo("file: TOO_LARGE");
        assertThat(cohorts()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_larger_than_any_upload_is_not_even_read() {
        assertThat(demo.advisor().upload(API, "x".repeat(LARGEST_UPLOAD)).status())
                .isEqualTo(413);
        assertThat(cohorts()).isEqualTo(before);
    }

    @Test
    void an_upload_without_a_file_is_refused() {
        Browser advisor = demo.advisor();
        var csrf = advisor.get("/api/csrf").json();

        Reply reply = advisor.send(
                "POST",
                API,
                "multipart/form-data; boundary=limit",
                "--limit--\r\n",
                csrf.get("headerName").asText(),
                csrf.get("token").asText());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("problems").get(0).asText()).isEqualTo("file: NOT_RECEIVED");
    }

    @Test
    void a_file_that_does_not_come_as_a_form_sends_it_is_refused() {
        Browser advisor = demo.advisor();
        var csrf = advisor.get("/api/csrf").json();

        Reply reply = advisor.send(
                "POST",
                API,
                "text/csv",
                Promotion.of(1).text(),
                csrf.get("headerName").asText(),
                csrf.get("token").asText());

        assertThat(reply.status()).isEqualTo(415);
        assertThat(cohorts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u001b[31m"})
    void a_control_character_is_in_nobodys_name(String control) {
        assertThat(demo.advisor()
                        .upload(
                                API,
                                Promotion.of(1)
                                        .with(0, "familyName", "Roy" + control + "x")
                                        .text())
                        .json()
                        .get("lines")
                        .toString())
                .contains("familyName: FORBIDDEN_CHARACTER");
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThat(problem(Promotion.of(1).text() + "\n\u0000")).isEqualTo("file: NOT_TEXT");
    }

    @Test
    void a_file_of_line_breaks_is_empty() {
        assertThat(problem("\n".repeat(400_000))).isEqualTo("file: EMPTY");
    }

    @Test
    void a_line_without_end_and_a_quote_without_end_spoil_only_themselves() {
        String lines = demo.advisor()
                .upload(API, Promotion.of(2).text() + "\n" + ",\"".repeat(100_000) + "\n\"a,b")
                .json()
                .get("lines")
                .toString();

        assertThat(lines)
                .contains("line: TOO_LONG", "line: QUOTES")
                .containsOnlyOnce("\"line\":2,\"outcome\":\"ACCEPTED\"");
    }

    @Test
    void a_formula_becomes_nobodys_name() {
        assertThat(demo.advisor()
                        .upload(
                                API,
                                Promotion.of(1)
                                        .with(0, "familyName", "=cmd|'/c calc'!A1")
                                        .text())
                        .json()
                        .get("lines")
                        .get(0)
                        .get("problems")
                        .get(0)
                        .asText())
                .isEqualTo("familyName: FORMULA");
    }

    @Test
    void nothing_of_the_file_comes_back() {
        Browser advisor = demo.advisor();
        Promotion promotion = Promotion.of(2)
                .with(0, "familyName", "<script>alert(1)</script>")
                .with(1, "givenNames", "<b>Anna</b>")
                .with(1, "mobile", "<i>");
        String page = look(advisor, promotion.text());
        String header = advisor.upload(PAGE, "<script>alert(1)</script>,nir," + promotion.nir(1) + "\n1,2,3")
                .body();

        for (String body : new String[] {advisor.get(page).body(), header, result(advisor, page)}) {
            assertThat(body)
                    .doesNotContain("alert(1)", "Anna", promotion.nir(0), promotion.nir(1))
                    .doesNotContain(promotion.nir(0).substring(0, 10));
        }
    }

    private static String result(Browser advisor, String page) {
        return advisor.get(page.replace(PAGE, API) + "/result.csv").body();
    }

    private String problem(String file) {
        Reply reply = demo.advisor().upload(API, file);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(cohorts()).isEqualTo(before);
        return reply.json().get("problems").get(0).asText();
    }

    private static String look(Browser advisor, String file) {
        return advisor.upload(PAGE, file).location();
    }

    private static Reply post(Browser person, String page) {
        return person.post(
                page,
                Map.of("_csrf", person.get("/api/csrf").json().get("token").asText()));
    }

    private Browser student() {
        return demo.student(Applicant.next());
    }

    private Browser auditor() {
        Browser auditor = demo.browser();
        auditor.signInAsStaff("auditor", "auditor-demo");
        return auditor;
    }

    private Browser halfSignedIn() {
        Applicant applicant = Applicant.next();
        demo.finishWizard(demo.student(applicant), applicant.email());
        String link = demo.link(applicant.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
        Browser student = demo.browser();
        student.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        return student;
    }

    private int cohorts() {
        return database.queryForObject("select count(*) from cohort", Integer.class);
    }
}
