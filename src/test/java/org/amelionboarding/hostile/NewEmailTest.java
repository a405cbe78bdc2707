package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another address of an active account: who may give it, and what its link is good for in whose hands (A10, A19, A28). */
@RunningDemo
class NewEmailTest {

    private static final String NOT_CONFIRMED = "role=\"alert\"";

    @Autowired
    private Demo demo;

    @Autowired
    private TaskService tasks;

    private final Applicant applicant = Applicant.next();
    private final String newEmail = "new-" + applicant.email();
    private Browser student;
    private String dossier;

    @BeforeEach
    void a_student_with_an_active_account_has_signed_in() {
        demo.finishWizard(demo.student(applicant), applicant.email());
        press(demo.link(applicant.email()));
        dossier = demo.dossier(applicant.email());
        student = signIn(applicant.email());
    }

    private Browser signIn(String codeGoesTo) {
        Browser browser = demo.browser();
        browser.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        browser.fillIn("/sign-in/code", Map.of("code", demo.code(codeGoesTo, 1)));
        return browser.openTasklist();
    }

    private Reply press(String link) {
        return demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    private Reply giveNewEmail() {
        return change(student, newEmail, Applicant.PASSWORD);
    }

    private static Reply change(Browser browser, String email, String password) {
        Map<String, Object> typed = new HashMap<>(Map.of(
                "street", "3 rue Victor Hugo",
                "postalCode", "69002",
                "city", "Lyon",
                "email", email));
        typed.put("password", password);
        return browser.submitForm("/process-definition/" + definition(browser), typed);
    }

    private static String definition(Browser browser) {
        return browser.engine("GET", "/process-definition?latestVersion=true&key=contact-details-change", null)
                .json()
                .get(0)
                .get("id")
                .asText();
    }

    private String waitingTask() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_AwaitEmailConfirmation")
                .singleResult()
                .getId();
    }

    @Test
    void who_finds_an_open_session_changes_nothing_without_the_password() {
        Reply refused = change(student, newEmail, "Guess-0nce-more");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("password: WRONG").doesNotContain("Guess");
        assertThat(demo.messages(newEmail)).isEmpty();
    }

    @Test
    void who_finds_an_open_session_does_not_turn_the_link_to_another_mailbox_either() {
        giveNewEmail();
        String stolen = "mallory@mailbox.example";

        Reply refused = student.submitForm(
                "/task/" + waitingTask(), Map.of("action", "CORRECT", "email", stolen, "confirmEmail", stolen));

        assertThat(refused.body()).contains("password: EMPTY");
        assertThat(demo.messages(stolen)).isEmpty();
    }

    @Test
    void looking_confirms_nothing_and_the_button_changes_the_address_on_another_device() {
        giveNewEmail();
        String link = demo.link(newEmail);
        for (int look = 0; look < 5; look++) {
            assertThat(demo.browser().get(link).body()).contains("elle remplacera celle de votre compte ameli");
        }

        assertThat(press(link).body()).contains("Votre nouvelle adresse est confirmée");

        assertThat(signIn(newEmail).engine("GET", "/task", null).status()).isEqualTo(200);
    }

    @Test
    void a_second_press_is_answered_kindly() {
        giveNewEmail();
        String link = demo.link(newEmail);
        Browser telephone = demo.browser();
        Map<String, String> pressed = Map.of("token", link.replaceFirst(".*token=", ""), "_csrf", telephone.csrf(link));
        telephone.post("/email-confirmation", pressed);

        assertThat(telephone.post("/email-confirmation", pressed).body())
                .contains("Votre adresse est déjà confirmée")
                .doesNotContain(NOT_CONFIRMED);
    }

    /** A17 */
    @Test
    void once_it_is_confirmed_every_open_session_has_ended() {
        giveNewEmail();

        press(demo.link(newEmail));

        assertThat(student.engine("GET", "/task", null).status()).isEqualTo(401);
    }

    @Test
    void the_old_mailbox_is_told_and_gets_no_code_any_more() {
        giveNewEmail();
        press(demo.link(newEmail));
        long before = demo.messages(applicant.email()).count();

        signIn(newEmail);

        assertThat(demo.messages(applicant.email()))
                .hasSize((int) before)
                .anyMatch(text -> text.contains("Elle remplace celle-ci"))
                .noneMatch(text -> text.contains(newEmail));
    }

    @Test
    void the_link_of_a_withdrawn_change_says_that_the_old_address_is_kept() {
        giveNewEmail();
        String link = demo.link(newEmail);

        Reply kept = student.submitForm("/task/" + waitingTask(), Map.of("action", "KEEP"));

        assertThat(kept.status()).isEqualTo(204);
        assertThat(demo.browser().get(link).body()).contains("Le compte garde l’adresse qu’il avait");
        assertThat(signInAgain().engine("GET", "/task", null).status()).isEqualTo(200);
    }

    private Browser signInAgain() {
        Browser browser = demo.browser();
        browser.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        browser.fillIn("/sign-in/code", Map.of("code", demo.code(applicant.email(), 2)));
        return browser.openTasklist();
    }

    /** A28 */
    @Test
    void whether_the_address_is_another_accounts_makes_no_difference_to_who_gives_it() {
        Applicant owner = Applicant.next();
        demo.finishWizard(demo.student(owner), owner.email());
        press(demo.link(owner.email()));

        Reply taken = change(student, owner.email(), Applicant.PASSWORD);
        Map<String, Object> page = page();
        Reply free = change(student, newEmail, Applicant.PASSWORD);

        assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(200);
        assertThat(page.keySet()).isEqualTo(page().keySet());
    }

    private Map<String, Object> page() {
        Map<String, Object> shown = new HashMap<>();
        student.engine("GET", "/task/" + waitingTask() + "/form-variables", null)
                .json()
                .fields()
                .forEachRemaining(field -> shown.put(field.getKey(), field.getValue()));
        return shown;
    }

    @Test
    void who_has_the_mailbox_is_told_that_another_account_has_confirmed_it_since() {
        giveNewEmail();
        String link = demo.link(newEmail);
        Applicant quicker = Applicant.next();
        demo.finishWizard(demo.student(quicker), newEmail);
        press(demo.link(newEmail));

        assertThat(demo.browser().get(link).body())
                .contains("Cette adresse appartient déjà à un autre compte", NOT_CONFIRMED);
    }

    @Test
    void a_stranger_neither_sees_nor_moves_the_change() {
        giveNewEmail();
        Browser stranger = demo.student(Applicant.next());

        assertThat(stranger.engine("GET", "/task/" + waitingTask() + "/form-variables", null)
                        .body())
                .doesNotContain("mailbox", "courriel");
        assertThat(stranger.submitForm("/task/" + waitingTask(), Map.of("action", "KEEP"))
                        .status())
                .isEqualTo(403);
        assertThat(stranger.engine("GET", "/process-definition/" + definition(stranger) + "/form-variables", null)
                        .body())
                .doesNotContain(applicant.email(), applicant.mobile());
    }

    @Test
    void an_advisor_reads_nobodys_details_there() {
        assertThat(demo.advisor()
                        .engine("GET", "/process-definition/" + definition(student) + "/form-variables", null)
                        .body())
                .doesNotContain("email", "mobile");
    }
}
