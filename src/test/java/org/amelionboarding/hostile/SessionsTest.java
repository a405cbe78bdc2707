package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.dossier.Sessions;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;

/** How signing in ends before one signs out (A17). */
@RunningDemo
class SessionsTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ENDED = "/sign-in?problem=EXPIRED_SESSION";

    @Autowired
    private Demo demo;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionRegistry registry;

    private final Applicant applicant = Applicant.next();

    @Test
    void an_ended_session_does_not_reach_the_engine() {
        Browser student = withPassword();
        assertThat(tasks(student)).isEqualTo(200);

        sessions.endAllOf(number());

        assertThat(tasks(student)).isEqualTo(401);
    }

    @Test
    void an_ended_session_stays_ended() {
        Browser student = withPassword();
        sessions.endAllOf(number());
        tasks(student);

        assertThat(tasks(student)).isEqualTo(401);
        assertThat(student.get(TASKLIST).location()).isEqualTo("/sign-in");
    }

    @Test
    void an_ended_session_is_told_on_the_sign_in_page() {
        Browser student = withPassword();
        sessions.endAllOf(number());

        assertThat(student.get(TASKLIST).location()).isEqualTo(ENDED);
        assertThat(student.get(ENDED + "&lang=fr").body()).contains("Votre session est terminée");
    }

    @Test
    void all_browsers_of_a_student_are_signed_out() {
        withPassword();
        Browser telephone = demo.student(applicant.nir(), Applicant.PASSWORD);
        Browser library = demo.student(applicant.nir(), Applicant.PASSWORD);

        sessions.endAllOf(number());

        assertThat(tasks(telephone)).isEqualTo(401);
        assertThat(tasks(library)).isEqualTo(401);
    }

    @Test
    void other_students_stay_signed_in() {
        Browser other = demo.student(Applicant.next());
        withPassword();

        sessions.endAllOf(number());

        assertThat(tasks(other)).isEqualTo(200);
    }

    @Test
    void one_can_sign_in_again_at_once() {
        Browser student = withPassword();
        sessions.endAllOf(number());
        tasks(student);

        assertThat(student.signInAsStudent(applicant.nir(), Applicant.PASSWORD).location())
                .isEqualTo(TASKLIST);
        assertThat(tasks(student)).isEqualTo(200);
    }

    @Test
    void a_session_with_two_steps_is_ended_too() {
        Browser student = halfSignedIn();
        student.fillIn("/sign-in/code", Map.of("code", demo.code(applicant.email(), 1)));
        assertThat(tasks(student)).isEqualTo(200);

        sessions.endAllOf(number());

        assertThat(tasks(student)).isEqualTo(401);
    }

    @Test
    void a_sign_in_between_its_two_steps_is_ended_too() {
        Browser student = halfSignedIn();
        String code = demo.code(applicant.email(), 1);

        sessions.endAllOf(number());

        assertThat(student.fillIn("/sign-in/code", Map.of("code", code)).location())
                .isEqualTo("/sign-in/code?problem=REFUSED");
    }

    @Test
    void half_a_sign_in_does_not_bring_an_ended_session_back() {
        Applicant own = Applicant.next();
        openAccount(own);
        Browser thief = withPassword();
        String csrf = thief.csrf("/sign-in");
        sessions.endAllOf(number());

        Reply reply = thief.post("/sign-in", Map.of("nir", own.nir(), "secret", Applicant.PASSWORD, "_csrf", csrf));

        assertThat(reply.location()).isEqualTo("/sign-in/code");
        assertThat(tasks(thief)).isEqualTo(401);
    }

    @Test
    void staff_are_told_on_their_own_page() {
        Browser operator = demo.operator();
        registry.getAllPrincipals().stream()
                .filter(person -> person instanceof UserDetails staff
                        && staff.getUsername().equals("operator"))
                .flatMap(person -> registry.getAllSessions(person, false).stream())
                .forEach(SessionInformation::expireNow);

        assertThat(operator.get(COCKPIT).location()).isEqualTo("/staff" + ENDED);
    }

    private Browser withPassword() {
        Browser student = demo.student(applicant);
        demo.choosePassword(student);
        return student;
    }

    private Browser halfSignedIn() {
        openAccount(applicant);
        Browser student = demo.browser();
        student.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        return student;
    }

    private void openAccount(Applicant owner) {
        demo.finishWizard(demo.student(owner), owner.email());
        String link = demo.link(owner.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    private String number() {
        return demo.dossier(applicant.mobile());
    }

    private static int tasks(Browser student) {
        return student.engine("GET", "/task", null).status();
    }
}
