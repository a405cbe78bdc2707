package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in once the account is active: password, then a code by mail. */
@RunningDemo
class SecondStepTest {

    private static final String PAGE = "/sign-in/code";
    private static final String REFUSED = PAGE + "?problem=REFUSED";

    @Autowired
    private Demo demo;

    @Autowired
    private OneTimeSecrets secrets;

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

    /** A18 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/api/texts",
                "/api/account"
            })
    void the_password_alone_opens_nothing(String path) {
        assertThat(halfSignedIn().get(path).status()).isIn(302, 401);
    }

    /** A4 */
    @Test
    void five_wrong_codes_make_the_right_one_worthless() {
        Browser student = halfSignedIn();
        for (int i = 0; i < 5; i++) {
            assertThat(submit(student, "00000000").location()).endsWith(REFUSED);
        }

        assertThat(submit(student, newestCode()).location()).endsWith(REFUSED);
    }

    /** A5 */
    @Test
    void a_code_opens_one_sign_in_only() {
        Browser first = halfSignedIn();
        String code = newestCode();
        submit(first, code);

        assertThat(submit(halfSignedIn(), code).location()).endsWith(REFUSED);
    }

    /** A6 */
    @Test
    void a_new_code_makes_the_one_before_worthless() {
        Browser student = halfSignedIn();
        String before = newestCode();
        halfSignedIn();
        newestCode();

        assertThat(submit(student, before).location()).endsWith(REFUSED);
    }

    /** A4 */
    @Test
    void after_ten_codes_within_an_hour_the_next_must_wait() {
        for (int i = 0; i < 10; i++) {
            halfSignedIn();
        }

        assertThat(demo.browser()
                        .signInAsStudent(applicant.nir(), Applicant.PASSWORD)
                        .location())
                .contains("/sign-in?problem=BLOCKED&until=");
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

    /** A18 */
    @Test
    void the_password_ends_what_the_browser_was_signed_in_to_before() {
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
