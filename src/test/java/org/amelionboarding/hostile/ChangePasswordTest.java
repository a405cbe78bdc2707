package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new password for who is signed in, and an open session in the hands of somebody else (A19). */
@RunningDemo
class ChangePasswordTest {

    private static final String PAGE = "/account/password";
    private static final String CHANGED = PAGE + "?changed=true";
    private static final String NEW = "Rivage-9-ardoise";
    private static final String CODE_NEEDED = "/sign-in/code";
    private static final String REFUSED = "/sign-in?problem=REFUSED";

    @Autowired
    private Demo demo;

    private final Applicant owner = Applicant.next();
    private Browser student;

    @BeforeEach
    void the_owner_is_signed_in() {
        demo.activeStudent(owner);
        student = demo.browser();
        demo.signInWithCode(student, owner, Map.of());
        student.openTasklist();
        student.get(PAGE + "?lang=fr");
    }

    @Test
    void the_new_password_opens_and_the_old_one_does_not() {
        assertThat(change(Applicant.PASSWORD, NEW).location()).isEqualTo(CHANGED);

        assertThat(signIn(NEW)).isEqualTo(CODE_NEEDED);
        assertThat(signIn(Applicant.PASSWORD)).isEqualTo(REFUSED);
    }

    @Test
    void a19_without_the_current_password_nothing_is_changed() {
        assertThat(change("", NEW).body()).contains("Tapez votre mot de passe actuel");
        assertThat(change("Wrong7password", NEW).body()).contains("pas votre mot de passe actuel");

        assertThat(signIn(Applicant.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a19_guessing_the_current_password_is_slowed_down_and_the_end_told() {
        for (int i = 0; i < 5; i++) {
            change("Wrong7password", NEW);
        }

        Reply reply = change(Applicant.PASSWORD, NEW);

        assertThat(reply.body()).contains("il faut attendre", "Vous pourrez réessayer à partir du");
        assertThat(signIn(Applicant.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a19_the_owner_is_told_by_mail() {
        change(Applicant.PASSWORD, NEW);

        await().until(() -> demo.messages(owner.email()).anyMatch(text -> text.contains("a été changé le")));
    }

    @Test
    void the_rules_are_those_of_the_first_password_and_told_all_at_once() {
        assertThat(change("Wrong7password", "court").body())
                .contains("Il faut au moins 8 caractères", "Il manque une lettre majuscule", "mot de passe actuel");
    }

    @Test
    void two_different_passwords_are_told() {
        Map<String, String> fields = new HashMap<>(fields(Applicant.PASSWORD, NEW));
        fields.put("confirmPassword", NEW + "x");

        assertThat(student.post(PAGE, fields).body()).contains("Les deux mots de passe sont différents");
    }

    @Test
    void a17_all_other_sessions_end_and_the_own_one_goes_on() {
        Browser telephone = demo.browser();
        demo.signInWithCode(telephone, owner, Map.of());
        telephone.openTasklist();

        change(Applicant.PASSWORD, NEW);

        assertThat(tasks(telephone)).isEqualTo(401);
        assertThat(tasks(student)).isEqualTo(200);
    }

    @Test
    void a17_the_own_session_is_a_new_one() {
        String before = student.cookie("JSESSIONID");
        change(Applicant.PASSWORD, NEW);

        assertThat(student.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(demo.browser()
                        .get(Browser.ENGINE + "/task", "Cookie", "JSESSIONID=" + before)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_sign_in_half_way_with_the_old_password_does_not_go_on() {
        Browser thief = demo.browser();
        thief.signInAsStudent(owner.nir(), Applicant.PASSWORD);
        String code = demo.code(owner.email(), 2);
        change(Applicant.PASSWORD, NEW);

        assertThat(thief.fillIn(CODE_NEEDED, Map.of("code", code)).location())
                .isEqualTo(CODE_NEEDED + "?problem=REFUSED");
    }

    @Test
    void a_link_to_a_new_password_that_is_under_way_is_worthless_afterwards() {
        demo.browser().fillIn("/forgotten-password", Map.of("nir", owner.nir(), "birthDate", owner.birthDate()));
        String link = demo.resetLink(owner.email(), 1);
        change(Applicant.PASSWORD, NEW);

        assertThat(demo.browser().get(link).body()).doesNotContain("name=\"newPassword\"");
    }

    @Test
    void signing_out_everywhere_ends_the_own_session_too() {
        Browser telephone = demo.browser();
        demo.signInWithCode(telephone, owner, Map.of());
        telephone.openTasklist();

        Reply reply = student.post("/account/devices", Map.of("_csrf", student.csrf(PAGE)));

        assertThat(reply.location()).isEqualTo("/goodbye?reason=EVERYWHERE");
        assertThat(student.get(reply.location()).body()).contains("déconnecté partout");
        assertThat(tasks(student)).isEqualTo(401);
        assertThat(tasks(telephone)).isEqualTo(401);
    }

    @Test
    void after_signing_out_everywhere_every_device_is_a_new_one() {
        student.post("/account/devices", Map.of("_csrf", student.csrf(PAGE)));
        demo.signInWithCode(student, owner, Map.of());

        await().until(() ->
                demo.messages(owner.email()).anyMatch(text -> text.contains("Une connexion à votre compte")));
    }

    @Test
    void before_the_account_is_active_there_is_nothing_to_change() {
        Browser beginner = demo.student(Applicant.next());

        assertThat(beginner.get(PAGE).status()).isEqualTo(403);
    }

    @Test
    void it_is_for_students_who_are_signed_in() {
        assertThat(demo.advisor().get(PAGE).status()).isEqualTo(403);
        assertThat(demo.browser().get(PAGE).location()).isEqualTo("/sign-in");
    }

    @Test
    void a_forged_form_changes_nothing() {
        Map<String, String> fields = new HashMap<>(fields(Applicant.PASSWORD, NEW));
        fields.remove("_csrf");

        assertThat(student.post(PAGE, fields).status()).isEqualTo(403);
        assertThat(signIn(Applicant.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    private Reply change(String current, String password) {
        return student.post(PAGE, fields(current, password));
    }

    private Map<String, String> fields(String current, String password) {
        return Map.of(
                "currentPassword", current,
                "newPassword", password,
                "confirmPassword", password,
                "_csrf", student.csrf(PAGE));
    }

    private String signIn(String password) {
        return demo.browser().signInAsStudent(owner.nir(), password).location();
    }

    private static int tasks(Browser browser) {
        return browser.engine("GET", "/task", null).status();
    }
}
