package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Stillness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in to an active account, being signed in, and its end, seen in a browser. */
class SignInTest extends BrowserTest {

    private static final String NEW_PASSWORD = "Rivage-9-ardoise";

    @Autowired
    private Stillness stillness;

    private final Applicant applicant = Applicant.next();
    private int codes;

    @Test
    void a_link_to_a_task_leads_there_after_password_and_code() {
        demo.activeStudent(applicant);
        try (Visitor student = visitor("deep-link", "fr-FR", 1280)) {
            signIn(student).press("#account .rows a[href*='task=']").see(READY);
            String task = student.url().replaceFirst(".*task=([^&]*).*", "$1");
            student.forgetSession();

            student.open(TASKLIST + "#/?task=" + task).arriveAt("/sign-in");
            typePassword(student);
            typeCode(student, "00000000");
            student.see("#problem");
            typeCode(student, newestCode());

            student.arriveAt(TASKLIST).see(READY);
            assertThat(student.url()).contains("task=" + task);
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280, Êtes-vous toujours là", "en, 360, Are you still there"})
    void who_does_nothing_is_asked_and_can_stay_signed_in(String language, int width, String question) {
        demo.activeStudent(applicant);
        try (Visitor student = visitor("idle-" + language, language, width)) {
            signIn(student).see("#account h1");
            student.open("/account/password?lang=" + language).see("#newPassword");
            stillness.pass(Duration.ofMinutes(14));
            look(student);
            assertThat(student.text("dialog[open][role=alertdialog]")).contains(question);
            student.shoot("asked");
            assertThat(student.run("document.activeElement.matches('#session-end button')"))
                    .isEqualTo(true);

            student.press("#session-end button");
            student.awaitNoMore("dialog[open]");
            stillness.pass(Duration.ofMinutes(14));
            assertThat(student.open("/account/password").text("h1")).isNotEmpty();
            assertThat(student.failures()).isEmpty();
        }
    }

    @Test
    void who_does_nothing_in_tasklist_is_asked_then_signed_out() {
        demo.activeStudent(applicant);
        try (Visitor student = visitor("idle-tasklist", "fr-FR", 1280)) {
            signIn(student).see("#account h1");
            stillness.pass(Duration.ofMinutes(14));
            look(student);
            assertThat(student.text("dialog[open]")).contains("Rester connecté");
            student.shoot("asked");

            stillness.pass(Duration.ofMinutes(1));
            look(student);
            student.arriveAt("/sign-in\\?problem=EXPIRED_SESSION");
        }
    }

    @Test
    void an_advisor_is_asked_in_cockpit_too() {
        try (Visitor advisor = advisor("idle-cockpit")) {
            advisor.see("main.panel .board");
            stillness.pass(Duration.ofMinutes(14));
            look(advisor);
            assertThat(advisor.text("dialog[open]")).contains("Rester connecté");
            advisor.shoot("asked");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void a_student_changes_the_password(String language, int width) {
        demo.activeStudent(applicant);
        try (Visitor student = visitor("change-password-" + language, language, width)) {
            signIn(student).see("#services [href='/account/password']");
            student.shoot("services");
            student.open("/account/password?lang=" + language);
            student.type("currentPassword", "Wrong7password")
                    .type("newPassword", "court")
                    .type("confirmPassword", "x");
            student.see("[data-state=broken]");
            student.shoot("judged").press("main form button").see("main p.problem");
            student.shoot("refused");

            student.type("currentPassword", Applicant.PASSWORD);
            student.type("newPassword", NEW_PASSWORD).type("confirmPassword", NEW_PASSWORD);
            student.press("main form button").see(".notice.success");
            student.shoot("changed");
            assertThat(student.url()).contains("changed=true");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void who_receives_no_code_learns_when_to_ask_again(String language, int width) {
        demo.activeStudent(applicant);
        try (Visitor student = visitor("code-again-" + language, language, width)) {
            student.open("/sign-in?lang=" + language);
            typePassword(student);
            student.see("#code");
            student.shoot("code")
                    .press("[action^='/sign-in/code/again'] button")
                    .see("p[role=alert]");
            student.shoot("too-soon");
        }
    }

    private Visitor signIn(Visitor student) {
        student.open("/sign-in");
        typePassword(student);
        typeCode(student, newestCode());
        return student.arriveAt(TASKLIST);
    }

    private void typePassword(Visitor student) {
        student.type("nir", applicant.nir()).type("secret", Applicant.PASSWORD);
        student.press("form#sign-in button").arriveAt("/sign-in/code");
        codes++;
    }

    private static void typeCode(Visitor student, String code) {
        student.type("code", code).press("main form button");
    }

    private String newestCode() {
        return demo.code(applicant.email(), codes);
    }

    /** As when the window comes to the front again. */
    private static void look(Visitor person) {
        person.run("document.dispatchEvent(new Event('visibilitychange'))");
    }
}
