package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may erase, who may have a copy, and who may read the log. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {

    private static final Map<String, String> PASSWORD = Map.of("currentPassword", Applicant.PASSWORD);
    private static final Map<String, String> REASON = Map.of("reason", "REQUEST_OF_PERSON");

    @Autowired
    private Demo demo;

    private final Applicant applicant = Applicant.next();
    private String dossier;
    private Browser student;
    private Browser other;
    private Browser advisor;
    private Browser operator;
    private Browser auditor;

    @BeforeAll
    void people_sign_in() {
        student = demo.activeStudent(applicant);
        dossier = demo.dossier(applicant.email());
        other = demo.activeStudent(Applicant.next());
        advisor = demo.advisor();
        operator = demo.operator();
        auditor = demo.browser();
        auditor.signInAsStaff("auditor", "auditor-demo");
    }

    private String erasure() {
        return "/desk/dossiers/" + dossier + "/erasure";
    }

    private String export() {
        return "/desk/dossiers/" + dossier + "/export";
    }

    /** With a token against forgery that is right, of a page that everybody reads. */
    private static Reply post(Browser person, String path, Map<String, String> fields) {
        var csrf = person.get("/api/csrf").json();
        return person.post(
                path, fields, csrf.get("headerName").asText(), csrf.get("token").asText());
    }

    private boolean isUntouched() {
        return advisor.get(export()).body().contains(applicant.familyName());
    }

    @Test
    void nobody_but_an_advisor_sees_the_page_of_erasure() {
        assertThat(advisor.get(erasure()).status()).isEqualTo(200);
        assertThat(auditor.get(erasure()).status()).isEqualTo(403);
        assertThat(operator.get(erasure()).status()).isEqualTo(403);
        assertThat(student.get(erasure()).status()).isEqualTo(403);
        assertThat(demo.browser().get(erasure()).location()).isEqualTo("/staff/sign-in");
    }

    @Test
    void nobody_but_an_advisor_erases() {
        assertThat(post(auditor, erasure(), REASON).status()).isEqualTo(403);
        assertThat(post(operator, erasure(), REASON).status()).isEqualTo(403);
        assertThat(post(student, erasure(), REASON).status()).isEqualTo(403);
        assertThat(post(other, erasure(), REASON).status()).isEqualTo(403);
        assertThat(post(demo.browser(), erasure(), REASON).location()).isEqualTo("/staff/sign-in");
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void nothing_is_erased_without_the_token_against_forgery() {
        assertThat(advisor.post(erasure(), REASON).status()).isEqualTo(403);
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void nothing_is_erased_by_looking() {
        assertThat(advisor.get(erasure() + "?reason=REQUEST_OF_PERSON&erased=true")
                        .status())
                .isEqualTo(200);
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void nothing_is_erased_without_a_reason() {
        Reply reply = post(advisor, erasure() + "?lang=fr", Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("choisissez un motif", "role=\"alert\"");
        assertThat(isUntouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna is ill", "request_of_person", "' or 1=1 --"})
    void a_reason_of_ones_own_is_refused(String reason) {
        assertThat(post(advisor, erasure(), Map.of("reason", reason)).status()).isEqualTo(400);
        assertThat(isUntouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2222-2222", "x", "' or '1'='1", "%2e%2e"})
    void an_unknown_number_is_told(String number) {
        String path = "/desk/dossiers/" + number.replace(" ", "%20").replace("'", "%27") + "/erasure?lang=fr";
        Reply reply = post(advisor, path, REASON);

        assertThat(reply.status()).isIn(400, 404);
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void of_an_unknown_number_there_is_no_copy() {
        assertThat(advisor.get("/desk/dossiers/2222-2222/export").status()).isEqualTo(404);
    }

    @Test
    void nobody_but_an_advisor_exports_anothers_data() {
        assertThat(advisor.get(export()).header("Content-Disposition")).contains("attachment", dossier);
        assertThat(auditor.get(export()).status()).isEqualTo(403);
        assertThat(operator.get(export()).status()).isEqualTo(403);
        assertThat(other.get(export()).status()).isEqualTo(403);
        assertThat(student.get(export()).status()).isEqualTo(403);
        assertThat(demo.browser().get(export()).location()).isEqualTo("/staff/sign-in");
    }

    @Test
    void a_student_gets_their_own_data_whatever_is_asked() {
        Reply reply = other.fillIn("/account/data", Map.of("currentPassword", Applicant.PASSWORD, "dossier", dossier));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain(dossier, applicant.familyName() + "\"", applicant.email());
    }

    @Test
    void a_student_gets_all_of_it() {
        Reply reply = student.fillIn("/account/data", PASSWORD);

        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).contains(dossier, applicant.familyName(), applicant.nir(), applicant.email());
    }

    @Test
    void an_open_session_is_not_enough() {
        Applicant careless = Applicant.next();
        Browser found = demo.activeStudent(careless);

        Reply wrong = found.fillIn("/account/data", Map.of("currentPassword", "Guess-0nce-more"));
        Reply none = found.fillIn("/account/data", Map.of("currentPassword", ""));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(none.status()).isEqualTo(400);
        assertThat(wrong.body() + none.body()).doesNotContain(careless.nir(), careless.email());
    }

    @Test
    void without_the_token_against_forgery_there_is_no_copy() {
        assertThat(student.post("/account/data", PASSWORD).status()).isEqualTo(403);
    }

    @Test
    void before_the_account_is_active_there_is_no_copy() {
        Browser onTheWay = demo.student(Applicant.next());

        assertThat(onTheWay.get("/account/data?lang=fr").body())
                .contains("Ce sera possible quand votre compte sera actif.");
        assertThat(post(onTheWay, "/account/data", PASSWORD).status()).isEqualTo(403);
    }

    @Test
    void staff_have_no_data_of_their_own() {
        assertThat(advisor.get("/account/data").status()).isEqualTo(403);
        assertThat(demo.browser().get("/account/data").location()).isEqualTo("/sign-in");
    }

    @Test
    void staff_read_the_log_and_students_do_not() {
        assertThat(advisor.get("/desk/purges").status()).isEqualTo(200);
        assertThat(auditor.get("/desk/purges").status()).isEqualTo(200);
        assertThat(operator.get("/desk/purges").status()).isEqualTo(200);
        assertThat(student.get("/desk/purges").status()).isEqualTo(403);
        assertThat(demo.browser().get("/desk/purges").location()).isEqualTo("/staff/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2147483648", "2147483647", "0"})
    void a_page_of_the_log_that_is_not_there_is_empty(String page) {
        assertThat(auditor.get("/desk/purges?page=" + page).status()).isEqualTo(200);
    }

    @Test
    void everybody_reads_how_long_things_are_kept() {
        assertThat(demo.browser().get("/privacy?lang=fr").body())
                .contains("3\u00a0ans", "27\u00a0mois", "90\u00a0jours");
    }

    @Test
    void who_is_erased_is_out_and_a_replay_changes_nothing() {
        Applicant leaving = Applicant.next();
        Browser gone = demo.activeStudent(leaving);
        String number = demo.dossier(leaving.email());
        String path = "/desk/dossiers/" + number + "/erasure";

        Reply first = post(advisor, path, REASON);
        Reply again = post(advisor, path + "?lang=fr", REASON);

        assertThat(first.location()).isEqualTo(path + "?erased=true");
        assertThat(again.body()).contains("est déjà effacé");
        assertThat(gone.get("/api/account").status()).isEqualTo(401);
        assertThat(demo.browser()
                        .signInAsStudent(leaving.nir(), Applicant.PASSWORD)
                        .location())
                .contains("problem=");
        assertThat(advisor.get("/desk/dossiers/" + number + "/export").body())
                .doesNotContain(leaving.familyName(), leaving.nir(), leaving.email());
        assertThat(operator.get("/desk/purges").body()).contains(number).doesNotContain(leaving.familyName());
    }
}
