package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.dossier.Sessions;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Stillness;
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
    private Stillness stillness;

    @Autowired
    private SessionRegistry registry;

    private final Applicant applicant = Applicant.next();

    @Test
    void a17_an_ended_session_does_not_reach_the_engine() {
        Browser student = withPassword();
        assertThat(tasks(student)).isEqualTo(200);

        sessions.endAllOf(number());

        assertThat(tasks(student)).isEqualTo(401);
    }

    @Test
    void a17_an_ended_session_stays_ended() {
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
    void a17_all_browsers_of_a_student_are_signed_out() {
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

    // ---- Doing nothing: Tasklist asks for news all the same

    @Test
    void a17_who_does_nothing_is_signed_out_though_tasklist_asks_for_news() {
        Browser student = demo.student(applicant);
        pollForAlmost15Minutes(student);
        stillness.pass(Duration.ofSeconds(1));

        assertThat(tasks(student)).isEqualTo(401);
    }

    @Test
    void who_stays_signed_in_is_not() {
        Browser student = demo.student(applicant);
        pollForAlmost15Minutes(student);
        assertThat(stay(student).status()).isEqualTo(200);
        pollForAlmost15Minutes(student);

        assertThat(tasks(student)).isEqualTo(200);
    }

    @Test
    void opening_a_page_is_doing_something() {
        Browser student = demo.student(applicant);
        pollForAlmost15Minutes(student);
        student.get(TASKLIST);
        pollForAlmost15Minutes(student);

        assertThat(tasks(student)).isEqualTo(200);
    }

    @Test
    void asking_when_the_session_ends_does_not_put_it_off() {
        Browser student = demo.student(applicant);
        stillness.pass(Duration.ofMinutes(14));

        assertThat(student.get("/api/session").body())
                .isEqualTo("{\"endsIn\":60,\"warning\":120,\"last\":false,\"signIn\":\"/sign-in\"}");
        assertThat(student.get("/api/session").json().get("endsIn").asInt()).isEqualTo(60);
    }

    @Test
    void staying_signed_in_puts_the_end_off() {
        Browser student = demo.student(applicant);
        stillness.pass(Duration.ofMinutes(14));

        assertThat(stay(student).json().get("endsIn").asInt()).isEqualTo(900);
    }

    @Test
    void staff_who_do_nothing_are_signed_out_too() {
        Browser advisor = demo.advisor();
        assertThat(advisor.get("/api/session").json().get("signIn").asText()).isEqualTo("/staff/sign-in");
        pollForAlmost15Minutes(advisor);
        stillness.pass(Duration.ofSeconds(1));

        assertThat(tasks(advisor)).isEqualTo(401);
    }

    @Test
    void nobody_stays_signed_in_by_a_forged_request() {
        assertThat(demo.student(applicant).post("/api/session", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void who_is_not_signed_in_is_told_no_end() {
        assertThat(demo.browser().get("/api/session").status()).isEqualTo(401);
    }

    private void pollForAlmost15Minutes(Browser person) {
        for (int minute = 0; minute < 14; minute++) {
            stillness.pass(Duration.ofMinutes(1));
            assertThat(tasks(person)).isEqualTo(200);
        }
        stillness.pass(Duration.ofSeconds(59));
    }

    private static Reply stay(Browser person) {
        var csrf = person.get("/api/csrf").json();
        return person.send(
                "POST",
                "/api/session",
                "application/json",
                "{}",
                csrf.get("headerName").asText(),
                csrf.get("token").asText());
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
