package org.amelionboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** "My account": what a student whose account is active sees first in Tasklist, and comes back to. */
class AccountTest extends BrowserTest {

    private static final String ACCOUNT = "#account:not([hidden]) ";

    @Autowired
    private TaskService tasks;

    private Applicant applicant;

    @BeforeEach
    void a_student_is_on_the_way() {
        applicant = Applicant.next();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void a_student_puts_off_answers_and_asks_and_always_comes_back_to_the_account(String language, int width) {
        boolean french = language.equals("fr");
        try (Visitor student = inAccount(language, language, width)) {
            student.see(ACCOUNT + "#question");
            assertThat(student.text(ACCOUNT + ".greeting"))
                    .contains(applicant.givenNames(), french ? "Dernière connexion" : "Last sign-in");
            assertThat(student.text(ACCOUNT + "#profile li:nth-child(1)")).contains(french ? "À faire" : "To do");
            assertThat(student.run("() => document.title").toString()).startsWith(french ? "Mon compte" : "My account");
            student.shoot("first");

            student.press("#question button").see(ACCOUNT + "li[data-state=PUT_OFF]");
            assertThat(student.text("#account-status")).startsWith(french ? "C’est enregistré." : "Saved.");
            assertThat(student.text(ACCOUNT + "#profile li:nth-child(1)")).contains(french ? "Remis au" : "Put off to");
            student.shoot("put-off");

            student.press("#next-step a").see(READY + "#answer-DONE");
            student.see("#way-back a");
            student.shoot("item").press("#answer-DONE").press("[data-submit]").see(ACCOUNT + "li[data-state=DONE]");
            assertThat(student.text(ACCOUNT + "#profile li:nth-child(2)")).contains(french ? "Fait le" : "Done on");
            student.shoot("done");

            ask(student);
            student.shoot("asked");

            student.press("#next-step a").see(READY + "#answer-DONE");
            student.press("#way-back a").see(ACCOUNT + "#next-step");
            assertThat(student.failures()).isEmpty();
            assertThat(student.run("() => JSON.stringify(localStorage)").toString())
                    .doesNotContain(applicant.givenNames(), applicant.email(), applicant.nir());
        }
    }

    @Test
    void the_keyboard_alone_is_enough_and_begins_at_the_heading_of_each_view() {
        try (Visitor student = inAccount("keyboard", "fr", 1280)) {
            student.see(ACCOUNT + "h1:focus");

            student.keys("Tab", "Enter").see(ACCOUNT + "h1:focus");
            student.see(ACCOUNT + "li[data-state=PUT_OFF]");
            student.keys("Tab", "Enter").see(READY + "h1:focus");
            student.keys("Shift+Tab", "Enter").see(ACCOUNT + "h1:focus");
        }
    }

    @Test
    void back_in_the_browser_leads_from_a_task_to_the_account_and_never_to_a_task_that_is_done() {
        try (Visitor student = inAccount("back", "fr", 1280)) {
            student.press("#profile li:nth-child(2) a").see(READY + "#answer-DONE");
            student.back().see(ACCOUNT + "#profile");

            student.press("#profile li:nth-child(2) a").see(READY + "#answer-DONE");
            student.press("#answer-DONE").press("[data-submit]").see(ACCOUNT + "li[data-state=DONE]");
            student.back().see(ACCOUNT + "li[data-state=DONE]");

            assertThat(student.failures()).isEmpty();
        }
    }

    @Test
    void a_link_to_a_task_opens_the_task_and_a_link_to_none_the_account() {
        try (Visitor student = inAccount("link", "fr", 1280)) {
            student.see(ACCOUNT + "h1");

            student.open("/goodbye").open(TASKLIST + "#/?task=" + task("Task_OrderCeam"));
            student.see(READY + "#answer-DONE");
            assertThat(student.url()).contains("task=");

            student.open("/goodbye").open(TASKLIST + "#/?task=00000000-0000-0000-0000-000000000000");
            student.see(ACCOUNT + "#question");
        }
    }

    @Test
    void a_task_that_comes_while_the_account_is_looked_at_takes_nobody_away() {
        try (Visitor student = inAccount("idle", "fr", 1280)) {
            ask(student);
            demo.advisor().submitForm("/task/" + task("Task_AnswerContact"), Map.of("answer", "Oui."));

            student.run("() => document.dispatchEvent(new Event('visibilitychange'))");

            student.see(ACCOUNT + "#other-tasks a");
            assertThat(student.url()).doesNotContain("task=");
            student.shoot("answered");
        }
    }

    @Test
    void what_fails_is_said_and_can_be_tried_again() {
        try (Visitor student = inAccount("failure", "fr", 1280)) {
            student.see(ACCOUNT + "#question");

            student.failToReach("**/submit-form");
            student.press("#question button").see("#question .problem:not(:empty)");
            student.shoot("not-saved");
            student.failToReach("**/api/account");
            student.reload().see(ACCOUNT + ".problem[role=alert]");
            student.shoot("unavailable");
            student.reachAgain("**/api/account").press(ACCOUNT + "button").see(ACCOUNT + "#question");
        }
    }

    private Visitor inAccount(String name, String language, int width) {
        demo.activeStudent(applicant, language);
        Visitor student = visitor("account-" + name, language, width);
        signInToAccount(student, applicant);
        return student;
    }

    private static void ask(Visitor student) {
        student.press("#services a[href*=contact]").see(READY + "#subject");
        student.type("subject", "Lunettes").type("message", "Remboursées ?");
        student.press(".modal-footer .btn-primary").see(ACCOUNT + "#services li:not(:has(a))");
    }

    private String task(String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(demo.dossier(applicant.email()))
                .taskDefinitionKey(definition)
                .singleResult()
                .getId();
    }
}
