package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** "Are your contact details up to date?" as a student sees it: later, then verified with another address. */
class ContactDetailsTest extends BrowserTest {

    private static final String CHECK = "Task_CheckContactDetails";
    private static final String AWAIT = "Task_AwaitEmailConfirmation";

    @Autowired
    private ManagementService management;

    @ParameterizedTest
    @CsvSource({"fr, fr-FR, 1280", "en, de-DE, 360"})
    void put_off_then_changed_with_the_password_and_confirmed_on_another_device(
            String language, String browserLanguage, int width) {
        Applicant applicant = Applicant.next();
        String newEmail = "new-" + applicant.email();
        demo.activeStudent(applicant, language);
        try (Visitor student = visitor("contact-details-" + language, browserLanguage, width);
                Visitor telephone = visitor("contact-details-link-" + language, browserLanguage, 360)) {
            signIn(student, applicant, applicant.email(), language);
            putOff(student, applicant);
            bringBack(applicant);

            open(student, CHECK, applicant);
            fillIn(student, newEmail, "Wrong-password1");
            student.press("[data-decision=VERIFY]").see("#password-problem:not(:empty)");
            student.shoot("wrong-password").type("password", Applicant.PASSWORD);
            student.press("[data-decision=VERIFY]");
            assertThat(student.run("() => JSON.stringify([localStorage, sessionStorage])")
                            .toString())
                    .doesNotContain(Applicant.PASSWORD, newEmail, applicant.email(), "98765432", "Victor Hugo");

            String link = demo.link(newEmail);
            open(student, AWAIT, applicant);
            student.see("[data-shown=validEmail]:not(:empty)");
            student.shootWhole("waiting").press("summary").shootWhole("waiting-correct");
            telephone.open(link).shoot("link").press("main button").shoot("changed");

            student.arriveAt("/sign-in");
            student.shoot("signed-out");
            signIn(student, applicant, newEmail, language);
            student.open(TASKLIST + "#/?processStart=contact-details-change");
            student.see(READY + "#email");
            await().until(() ->
                    student.run("() => document.querySelector('#email').value").equals(newEmail));
            student.shoot("service");
            student.press(".modal-footer .btn-primary").see("#form-problem:not(:empty)");
            student.shoot("nothing-changed");
            student.type("mobile", "06 98 76 54 33").type("password", Applicant.PASSWORD);
            student.press(".modal-footer .btn-primary");
            await().until(() -> demo.messages(newEmail)
                    .anyMatch(text -> text.contains(language.equals("fr") ? "téléphone portable" : "mobile number")));
        }
        assertThat(demo.messages(applicant.email()))
                .anyMatch(text -> text.contains(language.equals("fr") ? "Elle remplace celle-ci" : "takes the place"));
    }

    private void putOff(Visitor student, Applicant applicant) {
        open(student, CHECK, applicant);
        student.see(READY + "#street");
        await().until(() ->
                student.run("() => document.querySelector('#email').value").equals(applicant.email()));
        student.shootWhole("check");
        student.press("[data-decision=LATER]");
        await().until(() -> !isOpen(CHECK, applicant));
    }

    /** The day has come; how many days it takes is tested where the clock moves. */
    private void bringBack(Applicant applicant) {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey("profile-completion")
                .activityId("Event_ContactDetailsAgain")
                .list()
                .stream()
                .filter(job -> isOf(applicant, job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow()
                .getId());
    }

    private boolean isOf(Applicant applicant, String instance) {
        return tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskAssignee(demo.dossier(applicant.email()))
                        .count()
                > 0;
    }

    private void open(Visitor student, String definition, Applicant applicant) {
        student.open(taskPage(definition, applicant));
    }

    private boolean isOpen(String definition, Applicant applicant) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(demo.dossier(applicant.email()))
                        .taskDefinitionKey(definition)
                        .count()
                > 0;
    }

    private static void fillIn(Visitor student, String email, String password) {
        student.see(READY + "#street");
        student.type("street", "3 rue Victor Hugo").type("postalCode", "69002").type("city", "Lyon");
        student.type("email", email).type("mobile", "06 98 76 54 32").type("password", password);
    }

    private void signIn(Visitor student, Applicant applicant, String codeGoesTo, String language) {
        student.open("/sign-in?lang=" + language).type("nir", applicant.nir()).type("secret", Applicant.PASSWORD);
        student.press("form#sign-in button").see("#code");
        student.type("code", demo.code(codeGoesTo, 1)).press("main form button");
        student.see("#account h1");
    }
}
