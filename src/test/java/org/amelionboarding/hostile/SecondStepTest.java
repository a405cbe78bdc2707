package org.amelionboarding.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.EveryColumn;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signing in once the account is active: password, then a code by mail. */
@RunningDemo
class SecondStepTest {

    private static final String PAGE = "/sign-in/code";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String REFUSED = PAGE + "?problem=REFUSED";

    @Autowired
    private Demo demo;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private JdbcTemplate database;

    private final Applicant applicant = Applicant.next();
    private int signIns;

    @BeforeEach
    void openTheAccount() {
        demo.finishWizard(demo.student(applicant), applicant.email());
        String link = demo.link(applicant.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    @Test
    void the_right_code_opens_tasklist() {
        Browser student = halfSignedIn();

        Reply answer = submit(student, newestCode());

        assertThat(answer.location()).endsWith("/camunda/app/tasklist/default/");
        assertThat(student.openTasklist().engine("GET", "/task", null).status()).isEqualTo(200);
    }

    @Test
    void a4_five_wrong_codes_make_the_right_one_worthless() {
        Browser student = halfSignedIn();
        for (int i = 0; i < 5; i++) {
            assertThat(submit(student, "00000000").location()).endsWith(REFUSED);
        }

        assertThat(submit(student, newestCode()).location()).endsWith(REFUSED);
    }

    @Test
    void a5_a_code_opens_one_sign_in_only() {
        Browser first = halfSignedIn();
        String code = newestCode();
        submit(first, code);

        assertThat(submit(halfSignedIn(), code).location()).endsWith(REFUSED);
    }

    @Test
    void a6_a_new_code_makes_the_one_before_worthless() {
        Browser student = halfSignedIn();
        String before = newestCode();
        halfSignedIn();
        newestCode();

        assertThat(submit(student, before).location()).endsWith(REFUSED);
    }

    @Test
    void a4_after_three_unused_codes_within_an_hour_the_next_must_wait() {
        for (int i = 0; i < 3; i++) {
            halfSignedIn();
        }

        assertThat(demo.browser()
                        .signInAsStudent(applicant.nir(), Applicant.PASSWORD)
                        .location())
                .contains("/sign-in?problem=BLOCKED&until=");
    }

    @Test
    void who_signs_in_often_does_not_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(submit(halfSignedIn(), newestCode()).location()).endsWith(TASKLIST);
        }
    }

    @Test
    void a4_of_fifty_wrong_codes_at_the_same_time_five_are_looked_at() {
        Browser student = halfSignedIn();
        String code = newestCode();
        String csrf = student.csrf(PAGE);

        List<Reply> replies = Together.times(50, () -> student.post(PAGE, Map.of("code", "00000000", "_csrf", csrf)));

        assertThat(replies).extracting(Reply::location).containsOnly(REFUSED);
        assertThat(database.queryForList(
                        "select tries from one_time_secret where purpose = 'SIGN_IN_CODE' and dossier = ?",
                        Integer.class,
                        dossier()))
                .containsExactly(5);
        assertThat(submit(student, code).location()).endsWith(REFUSED);
    }

    @Test
    void a5_of_twenty_right_codes_at_the_same_time_one_opens() {
        Browser student = halfSignedIn();
        String code = newestCode();
        String csrf = student.csrf(PAGE);
        String session = "JSESSIONID=" + student.cookie("JSESSIONID");

        List<Reply> replies = Together.times(
                20, () -> demo.browser().post(PAGE, Map.of("code", code, "_csrf", csrf), "Cookie", session));

        assertThat(replies)
                .filteredOn(reply -> TASKLIST.equals(reply.location()))
                .hasSize(1);
    }

    @Test
    void a6_a_code_opens_only_the_sign_in_that_it_was_sent_for() {
        Browser before = halfSignedIn();
        halfSignedIn();

        assertThat(submit(before, newestCode()).location()).endsWith(REFUSED);
    }

    @Test
    void a8_the_sent_code_stands_nowhere_in_the_database() {
        halfSignedIn();
        String code = newestCode();
        List<String> found = new ArrayList<>();

        new EveryColumn(database).forEach((column, value) -> {
            if (new String(value, ISO_8859_1).contains(code)) {
                found.add(column);
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void a17_signing_in_by_code_changes_the_session_at_both_steps() {
        Browser student = demo.browser();
        student.get("/sign-in");
        String before = student.cookie("JSESSIONID");
        student.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        signIns++;
        String halfWay = student.cookie("JSESSIONID");
        submit(student, newestCode());

        assertThat(Set.of(before, halfWay, student.cookie("JSESSIONID"))).hasSize(3);
    }

    /** The thief has planted a session of their own in the owner's browser. */
    @Test
    void a17_a_planted_session_stays_signed_out() {
        Browser owner = demo.browser();
        owner.get("/sign-in");
        String planted = "JSESSIONID=" + owner.cookie("JSESSIONID");
        owner.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        signIns++;
        submit(owner, newestCode());

        assertThat(demo.browser()
                        .get(Browser.ENGINE + "/task", "Cookie", planted)
                        .status())
                .isEqualTo(401);
    }

    // ---- The code once more (A15)

    @Test
    void the_code_can_be_sent_again_and_is_the_same() {
        Browser student = halfSignedIn();
        String code = newestCode();
        letAMinutePass();

        assertThat(sendAgain(student).location()).isEqualTo(PAGE + "?problem=SENT");

        signIns++;
        assertThat(newestCode()).isEqualTo(code);
        assertThat(submit(student, code).location()).endsWith(TASKLIST);
    }

    @Test
    void within_a_minute_it_is_told_from_when() {
        Browser student = halfSignedIn();

        assertThat(sendAgain(student).location()).isEqualTo(PAGE + "?problem=TOO_SOON");
        assertThat(student.get(PAGE + "?problem=TOO_SOON&lang=fr").body())
                .contains("demander un nouvel envoi à partir du");
    }

    @Test
    void instead_of_a_code_with_too_many_wrong_tries_a_new_one_is_sent() {
        Browser student = halfSignedIn();
        for (int i = 0; i < 5; i++) {
            submit(student, "00000000");
        }
        letAMinutePass();
        sendAgain(student);
        signIns++;

        assertThat(submit(student, newestCode()).location()).endsWith(TASKLIST);
    }

    @Test
    void a4_asking_again_ends_with_the_third_unused_code() {
        halfSignedIn();
        halfSignedIn();
        Browser student = halfSignedIn();
        for (int i = 0; i < 5; i++) {
            submit(student, "00000000");
        }
        letAMinutePass();

        Reply reply = sendAgain(student);

        assertThat(reply.location()).startsWith(PAGE + "?problem=BLOCKED&until=");
        assertThat(student.get(reply.location() + "&lang=fr").body()).contains("Trop de codes");
    }

    @Test
    void a_sign_in_that_another_one_has_replaced_gets_no_code_any_more() {
        Browser before = halfSignedIn();
        halfSignedIn();
        letAMinutePass();

        assertThat(sendAgain(before).location()).isEqualTo("/sign-in?problem=EXPIRED_SESSION");
    }

    @Test
    void who_has_not_given_the_password_gets_no_code() {
        Browser stranger = demo.browser();
        String csrf = stranger.csrf("/sign-in");

        assertThat(stranger.post(PAGE + "/again", Map.of("_csrf", csrf)).location())
                .startsWith("/sign-in?");
    }

    private Reply sendAgain(Browser student) {
        return student.post(PAGE + "/again", Map.of("_csrf", student.csrf(PAGE)));
    }

    private void letAMinutePass() {
        database.update("update message set queued_at = dateadd(second, -61, queued_at) where dossier = ?", dossier());
    }

    private String dossier() {
        return demo.dossier(applicant.email());
    }

    @Test
    void trusting_a_device_is_not_offered() {
        Browser student = halfSignedIn();

        assertThat(student.get(PAGE).body()).doesNotContain("name=\"trust\"");
    }

    @Test
    void where_it_is_not_offered_a_device_cannot_be_trusted() {
        Browser student = halfSignedIn();
        student.fillIn(PAGE, Map.of("code", newestCode(), "trust", "true"));

        assertThat(student.signInAsStudent(applicant.nir(), Applicant.PASSWORD).location())
                .endsWith(PAGE);
    }

    @Test
    void a_code_without_the_password_opens_nothing() {
        halfSignedIn();
        Browser stranger = demo.browser();

        assertThat(stranger.signInAsStudent(applicant.nir(), newestCode()).location())
                .endsWith("/sign-in?problem=REFUSED");
        assertThat(stranger.get(PAGE).location()).endsWith("/sign-in");
    }

    /** A code by SMS would lead round the password and the code by mail. */
    @Test
    void a_provisional_code_no_longer_opens() {
        String code = secrets.issueForDesk(demo.dossier(applicant.email()));

        assertThat(demo.browser().signInAsStudent(applicant.nir(), code).location())
                .endsWith("/sign-in?problem=REFUSED");
    }

    @Test
    void who_types_the_provisional_code_of_long_ago_is_told_to_type_the_password() {
        assertThat(demo.browser()
                        .signInAsStudent(applicant.nir(), demo.code(applicant))
                        .location())
                .endsWith("/sign-in?problem=USED_CODE&password=CHOSEN");
    }

    @Test
    void a18_the_password_ends_what_the_browser_was_signed_in_to_before() {
        Browser shared = demo.student(Applicant.next());

        shared.signInAsStudent(applicant.nir(), Applicant.PASSWORD);

        assertThat(shared.get(PAGE).status()).isEqualTo(200);
        assertThat(shared.engine("GET", "/task", null).status()).isEqualTo(401);
    }

    private Browser halfSignedIn() {
        Browser student = demo.browser();
        assertThat(student.signInAsStudent(applicant.nir(), Applicant.PASSWORD).location())
                .endsWith(PAGE);
        signIns++;
        return student;
    }

    private static Reply submit(Browser student, String code) {
        return student.fillIn(PAGE, Map.of("code", code));
    }

    private String newestCode() {
        return demo.code(applicant.email(), signIns);
    }
}
