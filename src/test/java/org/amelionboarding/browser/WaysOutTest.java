package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where students get stuck, and how they get out again, seen in a browser in both languages. */
class WaysOutTest extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void who_opens_an_expired_link_gets_a_new_one_from_that_page_and_the_account_is_active(String language, int width) {
        Applicant applicant = Applicant.next();
        demo.finishWizard(student(applicant, language), applicant.email());
        String expired = demo.link(applicant.email());
        letTheLinkExpire(demo.dossier(applicant.email()));
        try (Visitor student = visitor("expired-link-" + language, language, width)) {
            student.open(expired).see("form[action='/email-confirmation/renewal']");
            student.shoot("expired").press("main form button");
            student.see("main .notice");
            student.shoot("renewed");

            student.open(demo.link(applicant.email())).press("main form button");

            assertThat(student.text("h1"))
                    .contains(language.equals("fr") ? "Votre compte est actif" : "Your account is active");
        }
    }

    /** The link's own time is over; the timer that notes it comes a moment later, as it may. */
    private void letTheLinkExpire(String dossier) {
        jdbc.sql("update one_time_secret set expires_at = issued_at where dossier = ? and purpose = 'EMAIL_LINK'")
                .param(dossier)
                .update();
        jdbc.sql("update message set queued_at = dateadd(hour, -2, queued_at) where dossier = ?")
                .param(dossier)
                .update();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void who_mistyped_the_address_corrects_it_on_the_waiting_page(String language, int width) {
        Applicant applicant = Applicant.next();
        demo.finishWizard(student(applicant, language), "mistyped" + applicant.email());
        try (Visitor student = visitor("mistyped-address-" + language, language, width)) {
            signIn(student, applicant.nir(), Applicant.PASSWORD, language);
            student.see("[data-shown=closesAt]:not(:empty)");
            student.shoot("waiting").press("summary");
            student.type("email", applicant.email()).type("confirmEmail", applicant.email());
            student.shoot("corrected").press("[data-action=CORRECT]");

            student.open(demo.link(applicant.email())).press("main form button");

            assertThat(student.text("h1"))
                    .contains(language.equals("fr") ? "Votre compte est actif" : "Your account is active");
        }
    }

    @Test
    void who_refuses_the_terms_is_asked_once_more_then_leaves_for_good() {
        Applicant applicant = Applicant.next();
        var http = demo.student(applicant);
        demo.choosePassword(http);
        try (Visitor student = visitor("terms-refused", "fr", 1280)) {
            signIn(student, applicant.nir(), Applicant.PASSWORD, "fr");
            student.press("summary").shoot("question");
            student.press("[data-leave=termsRefused]").arriveAt("/goodbye\\?reason=CANCELLED");
            student.shoot("goodbye");
        }
        assertThat(http.signInAsStudent(applicant.nir(), Applicant.PASSWORD).location())
                .isEqualTo("/sign-in?problem=REFUSED");
    }

    @Test
    void an_advisor_is_told_of_an_open_dossier_while_typing_the_number() {
        Applicant applicant = Applicant.next();
        String dossier = demo.request(applicant);
        try (Visitor advisor = advisor("known-number")) {
            advisor.open(TASKLIST + "#/?processStart=account-creation");
            advisor.type("nir", applicant.nir()).type("familyName", applicant.familyName());

            assertThat(advisor.text("[data-known]:not([hidden])")).contains(dossier);
            advisor.shoot("known");
        }
    }

    @Test
    void who_typed_five_wrong_codes_is_released_by_an_advisor_and_signs_in_with_a_new_one() {
        Applicant applicant = Applicant.next();
        String dossier = demo.request(applicant);
        String locked = demo.code(applicant);
        try (Visitor student = visitor("locked-student", "fr-FR", 1280);
                Visitor advisor = advisor("locked-advisor")) {
            for (int wrong = 0; wrong < 5; wrong++) {
                typeCode(student, applicant, "0000000" + wrong);
            }
            typeCode(student, applicant, locked);
            student.see("main .problem");
            student.shoot("locked");

            advisor.open(TASKLIST + "#/?task=" + task(dossier, "Task_ReleaseLockedStudent"));
            advisor.press("text=Prendre en charge").see(READY + "#identityChecked:enabled");
            advisor.tick("identityChecked").shoot("release").press("[data-submit]");

            typeCode(student, applicant, demo.code(applicant.mobile(), 2));
            student.arriveAt(TASKLIST).see(READY + "#newPassword");
        }
    }

    private static void typeCode(Visitor student, Applicant applicant, String code) {
        student.open("/sign-in").type("nir", applicant.nir()).type("secret", code);
        student.press("form#sign-in button").arriveAt("/(sign-in|camunda)");
    }

    @Test
    void an_advisor_releases_a_waiting_dossier_in_tasklist_and_the_code_leaves() {
        Applicant applicant = Applicant.next();
        String dossier = request(applicant, "carteVitaleReceived", false);
        try (Visitor advisor = advisor("waiting-dossier")) {
            advisor.open(TASKLIST + "#/?task=" + task(dossier, "Task_ReleaseWaitingDossier"));
            advisor.see(READY + "[data-shown=readiness]:not(:empty)");
            advisor.shoot("unclaimed").press("text=Prendre en charge");
            advisor.see(READY + "#carteVitaleReceived:enabled");
            advisor.tick("carteVitaleReceived").shoot("claimed").press("[data-submit]");

            assertThat(demo.code(applicant)).hasSize(8);
        }
    }

    /** Signed in with the code, in the language of the dossier. */
    private Browser student(Applicant applicant, String language) {
        request(applicant, "language", language);
        return demo.student(applicant.nir(), demo.code(applicant));
    }

    private String request(Applicant applicant, String field, Object value) {
        Map<String, Object> request = applicant.request();
        request.put(field, value);
        Reply reply = demo.advisor().submitForm("/process-definition/key/account-creation", request);
        return reply.json().get("businessKey").asText();
    }

    /** Opened by now, or in a moment: advisors are called after the student has had the answer. */
    private String task(String dossier, String definition) {
        return await().until(
                        () -> jdbc.sql(
                                        "select t.id_ from act_ru_task t join act_ru_execution e on t.proc_inst_id_ = e.id_"
                                                + " where e.business_key_ = ? and t.task_def_key_ = ?")
                                .params(dossier, definition)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void signIn(Visitor student, String nir, String secret, String language) {
        student.open("/sign-in?lang=" + language);
        student.type("nir", nir)
                .type("secret", secret)
                .press("form#sign-in button")
                .arriveAt(TASKLIST);
        student.see(READY + "h1");
    }
}
