package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever signs in from a device that was never seen before is told to the owner. */
@RunningDemo
class DevicesTest {

    private static final String NEW_DEVICE = "Une connexion à votre compte ameli a eu lieu";

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient database;

    private int codes;
    private final Applicant owner = Applicant.next();

    @BeforeEach
    void the_owner_has_an_account() {
        demo.activeStudent(owner);
    }

    @AfterEach
    void time_goes_on() {
        ClockUtil.reset();
    }

    @Test
    void of_the_first_device_the_owner_is_not_told() {
        signIn(demo.browser(), owner);

        assertThat(notices(owner)).isEmpty();
    }

    @Test
    void of_another_one_the_owner_is_told() {
        signIn(demo.browser(), owner);
        signIn(demo.browser(), owner);

        await().until(() -> notices(owner).size() == 1);
        assertThat(notices(owner).get(0))
                .contains("autre mot de passe", "3646", "http://localhost:8080")
                .doesNotContain(owner.nir().substring(0, 13), owner.familyName(), "127.0.0.1", "Java");
    }

    @Test
    void of_a_device_that_was_seen_before_the_owner_is_not_told() {
        Browser own = demo.browser();
        signIn(own, owner);
        signIn(own, owner);

        assertThat(notices(owner)).isEmpty();
    }

    @Test
    void on_a_shared_computer_each_of_two_students_is_known() {
        Applicant friend = Applicant.next();
        demo.activeStudent(friend);
        Browser shared = demo.browser();
        signIn(demo.browser(), friend);
        signIn(demo.browser(), owner);
        signIn(shared, owner);
        signIn(shared, friend);
        await().until(() -> notices(owner).size() == 1 && notices(friend).size() == 1);

        signIn(shared, owner);
        signIn(shared, friend);

        assertThat(notices(owner)).hasSize(1);
        assertThat(notices(friend)).hasSize(1);
    }

    @Test
    void anothers_cookie_makes_no_device_known() {
        Applicant friend = Applicant.next();
        demo.activeStudent(friend);
        signIn(demo.browser(), owner);
        Browser friends = demo.browser();
        signIn(friends, friend);

        signIn(friends, owner);

        await().until(() -> notices(owner).size() == 1);
    }

    @Test
    void a_device_that_was_not_used_for_a_year_is_a_new_one() {
        Browser own = demo.browser();
        signIn(own, owner);
        ClockUtil.offset(Duration.ofDays(365).toMillis());
        signIn(own, owner);

        await().until(() -> notices(owner).size() == 1);
    }

    @Test
    void a_computer_that_everybody_uses_keeps_a_short_cookie() {
        Browser library = demo.browser();
        signIn(library, owner);
        codes++;
        String token = library.cookie("device");
        String twelve = String.join(".", Collections.nCopies(12, token));

        String cookie = signInWith("device=" + twelve);

        assertThat(cookie.replaceFirst("device=([^;]*);.*", "$1").split("\\.")).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void a_cookie_of_rubbish_breaks_no_sign_in() {
        assertThat(signInWith("device=..x'; drop table device;--." + "y".repeat(43)))
                .startsWith("device=");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(signInWith("x=y")).contains("; Path=/sign-in", "; HttpOnly", "; SameSite=Lax", "; Max-Age=31536000");
    }

    @Test
    void the_token_stands_nowhere_in_the_database() {
        Browser own = demo.browser();
        signIn(own, owner);

        assertThat(database.sql("select digest from device where dossier = ?")
                        .param(demo.dossier(owner.email()))
                        .query(String.class)
                        .list())
                .hasSize(1)
                .doesNotContain(own.cookie("device"));
    }

    /** The header by which the device is to keep its tokens. */
    private String signInWith(String cookie) {
        Browser browser = demo.browser();
        browser.signInAsStudent(owner.nir(), Applicant.PASSWORD);
        String csrf = browser.csrf("/sign-in/code");
        String code = demo.code(owner.email(), ++codes);
        Reply reply = demo.browser()
                .post(
                        "/sign-in/code",
                        Map.of("code", code, "_csrf", csrf),
                        "Cookie",
                        "JSESSIONID=" + browser.cookie("JSESSIONID") + "; " + cookie);
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("device="))
                .findFirst()
                .orElseThrow();
    }

    private void signIn(Browser browser, Applicant applicant) {
        assertThat(demo.signInWithCode(browser, applicant, Map.of()).location())
                .isEqualTo("/camunda/app/tasklist/default/");
    }

    private List<String> notices(Applicant applicant) {
        return demo.messages(applicant.email())
                .filter(text -> text.contains(NEW_DEVICE))
                .toList();
    }
}
