package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.Defaults;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.Sessions;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Where it is offered: a device on which the password is enough. */
@RunningDemo
class TrustedDeviceTest {

    private static final String CODE_NEEDED = "/sign-in/code";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @Autowired
    private Demo demo;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private OnboardingSettings settings;

    private final Applicant owner = Applicant.next();
    private Browser own;

    @BeforeEach
    void the_owner_trusts_a_device() {
        offer(Defaults.settings(Map.of("onboarding.sign-in.trusted-device", "P30D")));
        demo.activeStudent(owner);
        own = demo.browser();
        demo.signInWithCode(own, owner, Map.of("trust", "true"));
    }

    @AfterEach
    void time_goes_on_and_it_is_offered_no_more() {
        ClockUtil.reset();
        offer(settings);
    }

    /** An application of its own with this setting would take the web applications' engine from all other tests. */
    private void offer(OnboardingSettings changed) {
        ReflectionTestUtils.setField(beans.getBean("arrival"), "settings", changed);
        ReflectionTestUtils.setField(beans.getBean("secondStepPage"), "settings", changed.signIn());
    }

    @Test
    void the_box_is_offered_and_not_ticked() {
        Browser other = demo.browser();
        other.signInAsStudent(owner.nir(), Applicant.PASSWORD);

        assertThat(other.get(CODE_NEEDED + "?lang=fr").body())
                .contains("name=\"trust\"", "pendant 30 jours", "ordinateur partagé")
                .doesNotContain("checked");
    }

    @Test
    void there_the_password_is_enough() {
        assertThat(password(own, owner)).isEqualTo(TASKLIST);
        assertThat(own.openTasklist().engine("GET", "/task", null).status()).isEqualTo(200);
    }

    @Test
    void there_the_password_is_asked_all_the_same() {
        assertThat(own.signInAsStudent(owner.nir(), "Wrong7password").location())
                .isEqualTo("/sign-in?problem=REFUSED");
    }

    @Test
    void a17_there_the_session_is_a_new_one_too() {
        String before = own.cookie("JSESSIONID");
        password(own, owner);

        assertThat(own.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void elsewhere_the_code_is_asked_for() {
        assertThat(password(demo.browser(), owner)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void without_the_box_the_code_is_asked_for_again() {
        Browser other = demo.browser();
        demo.signInWithCode(other, owner, Map.of());

        assertThat(password(other, owner)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void for_another_student_the_device_is_not_trusted() {
        Applicant friend = Applicant.next();
        demo.activeStudent(friend);

        assertThat(password(own, friend)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void two_students_trust_the_same_device() {
        Applicant friend = Applicant.next();
        demo.activeStudent(friend);
        demo.signInWithCode(own, friend, Map.of("trust", "true"));

        assertThat(password(own, owner)).isEqualTo(TASKLIST);
        assertThat(password(own, friend)).isEqualTo(TASKLIST);
    }

    @Test
    void who_knew_the_devices_token_before_does_not_know_the_trusted_one() {
        Browser shared = demo.browser();
        demo.signInWithCode(shared, owner, Map.of());
        String before = shared.cookie("device");
        demo.signInWithCode(shared, owner, Map.of("trust", "true"));
        Browser thief = demo.browser();
        String csrf = thief.csrf("/sign-in");

        assertThat(thief.post(
                                "/sign-in",
                                Map.of("nir", owner.nir(), "secret", Applicant.PASSWORD, "_csrf", csrf),
                                "Cookie",
                                "JSESSIONID=" + thief.cookie("JSESSIONID") + "; device=" + before)
                        .location())
                .isEqualTo(CODE_NEEDED);
    }

    @Test
    void trust_ends_after_thirty_days() {
        ClockUtil.offset(Duration.ofDays(30).toMillis());

        assertThat(password(own, owner)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a_new_password_ends_the_trust() {
        sessions.endAllOf(demo.dossier(owner.email()));
        own.get("/sign-in");

        assertThat(password(own, owner)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void signing_out_everywhere_ends_the_trust() {
        own.openTasklist();
        own.post("/account/devices", Map.of("_csrf", own.csrf("/account/password")));

        assertThat(password(own, owner)).isEqualTo(CODE_NEEDED);
    }

    private static String password(Browser browser, Applicant applicant) {
        return browser.signInAsStudent(applicant.nir(), Applicant.PASSWORD).location();
    }
}
