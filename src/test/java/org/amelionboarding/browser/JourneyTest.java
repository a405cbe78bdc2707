package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job as people do it: in a real browser, with the real Tasklist and Cockpit. */
class JourneyTest extends BrowserTest {

    /** Cockpit's drawing without its zoom and without what only serves the mouse. */
    private static final String DIAGRAM = """
            () => {
                const drawing = document.querySelector('.djs-container svg').cloneNode(true);
                const box = document.querySelector('.djs-container .viewport').getBBox();
                drawing.querySelector('.viewport').removeAttribute('transform');
                drawing.querySelectorAll('.djs-hit, .djs-outline, .djs-dragger').forEach(part => part.remove());
                drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
                drawing.setAttribute('viewBox', [box.x - 10, box.y - 10, box.width + 20, box.height + 20].join(' '));
                drawing.removeAttribute('width');
                drawing.removeAttribute('height');
                return drawing.outerHTML;
            }
            """;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @ParameterizedTest
    @CsvSource({"fr, fr-FR, 1280", "en, de-DE, 360"})
    void a_student_opens_the_account_from_the_advisors_form_to_the_link_in_the_mail(
            String language, String browserLanguage, int width) {
        Applicant applicant = Applicant.next();
        try (Visitor advisor = visitor("advisor-" + language, "fr-FR", 1280);
                Visitor student = visitor("student-" + language, browserLanguage, width);
                Visitor telephone = visitor("telephone-" + language, browserLanguage, 360)) {
            takeDownTheRequest(advisor, applicant, language);
            signIn(student, applicant.nir(), demo.code(applicant), language);
            choosePassword(student, applicant);
            acceptTerms(student);
            giveContactDetails(student, applicant);

            student.see(READY + "[data-shown=maskedEmail]");
            student.see("[data-shown=sentAt]:not(:empty)");
            student.shoot("waiting");
            assertThat(student.failures())
                    .as("answers to the student that were not a success, beside the deliberate refusals")
                    .allMatch(failure -> failure.startsWith("400 POST") && failure.endsWith("/submit-form"));
            assertThat(student.run("() => JSON.stringify(localStorage)").toString())
                    .doesNotContain(Applicant.PASSWORD, applicant.email(), applicant.nir(), applicant.mobile());

            telephone
                    .open(demo.link(applicant.email()))
                    .shoot("link")
                    .press("main button")
                    .shoot("confirmed");
            assertThat(telephone.text("h1"))
                    .contains(language.equals("fr") ? "Votre compte est actif" : "Your account is active");
            student.see("[data-over]");
            student.shoot("active");

            telephone.press("main a.button").type("nir", applicant.nir()).type("secret", Applicant.PASSWORD);
            telephone.press("form#sign-in button").see("#code");
            telephone
                    .shoot("second-step")
                    .type("code", demo.code(applicant.email(), 1))
                    .press("main form button");
            assertThat(telephone.text("#account h1")).contains(language.equals("fr") ? "Mon compte" : "My account");
            telephone.shoot("signed-in");
        }
    }

    @Test
    void a_step_goes_on_where_it_was_left_after_signing_out_and_in_again() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        try (Visitor student = visitor("return", "fr-FR", 1280)) {
            signIn(student, applicant.nir(), code, "fr");
            student.type("newPassword", Applicant.PASSWORD).type("confirmPassword", Applicant.PASSWORD);
            student.press("[data-submit]").see(READY + "#termsAccepted");

            student.press(".account .dropdown-toggle")
                    .press(".account .logout a")
                    .arriveAt("/goodbye");
            student.shoot("goodbye");
            signIn(student, applicant.nir(), Applicant.PASSWORD, "fr");

            student.see(READY + "#termsAccepted");
        }
    }

    @Test
    void an_ended_session_leads_to_our_own_sign_in_and_a_deep_link_back_to_the_task() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        try (Visitor student = visitor("session", "fr-FR", 1280)) {
            signIn(student, applicant.nir(), code, "fr");
            student.type("newPassword", Applicant.PASSWORD).type("confirmPassword", Applicant.PASSWORD);
            student.press("[data-submit]").see(READY + "#termsAccepted");
            String task = student.url().replaceFirst(".*#", "#");

            student.forgetSession();
            student.press("[data-submit]").arriveAt("/sign-in");
            student.shoot("session-ended");
            student.open(TASKLIST + task).arriveAt("/sign-in");
            student.type("nir", applicant.nir())
                    .type("secret", Applicant.PASSWORD)
                    .press("form#sign-in button");

            student.arriveAt("task=").see(READY + "#termsAccepted");
        }
    }

    @Test
    void cancelling_asks_first_then_erases_and_says_goodbye() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        try (Visitor student = visitor("cancel", "fr-FR", 1280)) {
            signIn(student, applicant.nir(), code, "fr");

            student.press("[data-cancel]").shoot("question");
            student.press("[data-leave=cancel]").arriveAt("/goodbye\\?reason=CANCELLED");

            student.shoot("goodbye");
            student.open("/sign-in")
                    .type("nir", applicant.nir())
                    .type("secret", code)
                    .press("form#sign-in button");
            student.arriveAt("problem=REFUSED");
        }
    }

    @Test
    void the_waiting_page_goes_on_waiting_when_the_link_expires_under_it() {
        Applicant applicant = Applicant.next();
        demo.finishWizard(demo.student(applicant), applicant.email());
        try (Visitor student = visitor("expiry", "fr-FR", 1280)) {
            signIn(student, applicant.nir(), Applicant.PASSWORD, "fr");
            student.see("[data-shown=sentAt]:not(:empty)");
            String before = student.url();

            expireTheLink(applicant);

            student.arriveAtAnotherThan(before).see(READY + "[data-shown=sentAt]:not(:empty)");
            assertThat(student.run("() => document.querySelector('[data-over]').hidden"))
                    .isEqualTo(true);
        }
    }

    private void expireTheLink(Applicant applicant) {
        String dossier = demo.dossier(applicant.email());
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier, "email-verification")
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Event_TimeIsUp")
                .singleResult()
                .getId());
    }

    @Test
    void the_waiting_page_claims_nothing_while_the_server_does_not_answer() {
        Applicant applicant = Applicant.next();
        demo.finishWizard(demo.student(applicant), applicant.email());
        try (Visitor student = visitor("silence", "fr-FR", 1280)) {
            signIn(student, applicant.nir(), Applicant.PASSWORD, "fr");
            student.see("[data-shown=sentAt]:not(:empty)");

            student.failToReach("**/form-variables");
            student.awaitRequest("**/form-variables").awaitRequest("**/form-variables");

            assertThat(student.run("() => document.querySelector('[data-over]').hidden"))
                    .isEqualTo(true);
        }
    }

    /** Leaves the diagrams under {@code target/diagrams}: the README's pictures are copies of them. */
    @Test
    void an_advisor_sees_in_cockpit_where_the_students_are() throws IOException {
        demo.newCode(Applicant.next());
        try (Visitor advisor = visitor("cockpit", "fr-FR", 1920)) {
            signInAsAdvisor(advisor);
            for (String process : List.of(
                    "Account creation",
                    "Email verification",
                    "Password reset",
                    "Profile completion",
                    "Advisor help",
                    "Channel outage",
                    "Carte Vitale order",
                    "Contact",
                    "Contact details change")) {
                String file = process.toLowerCase(Locale.ROOT).replace(' ', '-');
                advisor.open("/camunda/app/cockpit/default/#/processes").press("a:text-is('" + process + "')");
                advisor.see(".djs-container [data-element-id^=Task_]");
                advisor.shoot(file);
                Path picture = Path.of("target/diagrams", file + ".svg");
                Files.createDirectories(picture.getParent());
                Files.writeString(picture, advisor.run(DIAGRAM).toString());
            }
            assertThat(advisor.failures()).isEmpty();
        }
    }

    private static void takeDownTheRequest(Visitor advisor, Applicant applicant, String language) {
        signInAsAdvisor(advisor);
        advisor.open(TASKLIST + "#/?processStart=account-creation");
        advisor.type("nir", Applicant.withKey(applicant.nir().substring(0, 13)).replaceFirst("..$", "00"));
        advisor.shoot("request").press(".modal-footer .btn-primary");
        assertThat(advisor.text("#nir-problem")).contains("clé");
        advisor.shoot("request-refused");
        advisor.type("nir", applicant.nir())
                .type("familyName", applicant.familyName())
                .type("givenNames", applicant.givenNames())
                .type("birthDate", applicant.birthDate())
                .type("mobile", applicant.mobile())
                .choose("language", language)
                .tick("registrationFinalised")
                .tick("carteVitaleReceived")
                .press(".modal-footer .btn-primary");
        advisor.see(".page-notifications .alert");
        advisor.shoot("requested");
    }

    private static void signIn(Visitor student, String nir, String secret, String language) {
        student.open("/sign-in?lang=" + language).shoot("sign-in");
        student.type("nir", nir)
                .type("secret", secret)
                .press("form#sign-in button")
                .arriveAt(TASKLIST);
        student.see(READY + "h1");
    }

    private static void choosePassword(Visitor student, Applicant applicant) {
        student.type("newPassword", "abc 1998");
        student.see("[data-rule^=NO_LOWERCASE][data-state=broken]");
        student.press("[data-submit]").see("[aria-invalid=true]");
        student.shoot("password-refused");
        student.type("newPassword", Applicant.PASSWORD).type("confirmPassword", Applicant.PASSWORD);
        student.see(".meter[data-strength]");
        student.shoot("password").press("[data-submit]");
    }

    private static void acceptTerms(Visitor student) {
        student.see(READY + "#termsAccepted");
        student.shoot("terms").press("[data-submit]").see("#termsAccepted-problem:not(:empty)");
        student.shoot("terms-refused").tick("termsAccepted").press("[data-submit]");
    }

    private static void giveContactDetails(Visitor student, Applicant applicant) {
        student.see(READY + "#confirmEmail");
        student.type("email", "someone@univ-lyon1.fr").type("confirmEmail", "other@example.org");
        student.press("[data-submit]").see("#email-problem:not(:empty)");
        student.shoot("contact-details-refused");
        student.type("email", applicant.email()).type("confirmEmail", applicant.email());
        student.shoot("contact-details").press("[data-submit]");
    }
}
