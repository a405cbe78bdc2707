package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The way in, for people who guess, hurry or forge (A4, A5, A12, A13, A16, A17). */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String REFUSED = "/sign-in?problem=REFUSED";
    private static final String EXPIRED = "/sign-in?problem=EXPIRED_CODE";
    private static final String USED = "/sign-in?problem=USED_CODE";
    private static final String BLOCKED = "/sign-in?problem=BLOCKED&until=";
    private static final String WRONG = "00000000";

    @Autowired
    private Demo demo;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private JdbcClient database;

    @Autowired
    private AuthenticationProvider studentSignIn;

    private final Applicant known = Applicant.next();

    @BeforeAll
    void a_student_has_a_password() {
        demo.choosePassword(demo.student(known));
    }

    @AfterEach
    void time_goes_on() {
        ClockUtil.reset();
    }

    @Test
    void a12_unknown_number_wrong_code_and_wrong_password_get_the_same_answer() {
        Applicant withCode = Applicant.next();
        demo.newCode(withCode);

        String unknownNumber = answer(Applicant.next().nir(), WRONG);

        assertThat(unknownNumber).contains("302", REFUSED);
        assertThat(answer(withCode.nir(), WRONG)).isEqualTo(unknownNumber);
        assertThat(answer(known.nir(), "Wrong7password")).isEqualTo(unknownNumber);
        assertThat(answer("no number at all", WRONG)).isEqualTo(unknownNumber);
        assertThat(answer("", "")).isEqualTo(unknownNumber);
    }

    /** Status, location and the page it leads to, without what differs at each request. */
    private String answer(String nir, String secret) {
        Browser browser = demo.browser();
        Reply reply = browser.signInAsStudent(nir, secret);
        String page = browser.get(reply.location()).body().replaceAll("name=\"_csrf\"[^>]*>", "");
        return reply.status() + " " + reply.location() + " "
                + reply.headers().map().keySet() + " " + page;
    }

    /** A12: that it was the right one is not told. */
    @Test
    void a4_five_wrong_codes_make_the_code_worthless_from_here() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        fail(applicant, 5);
        ClockUtil.offset(Duration.ofHours(2).toMillis());

        assertThat(signIn(applicant, code)).isEqualTo(REFUSED);
    }

    /** A13 */
    @Test
    void wrong_codes_from_here_leave_the_code_good_elsewhere() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        fail(applicant, 10);

        assertThat(signInFrom("192.0.2.7", applicant, code).isAuthenticated()).isTrue();
    }

    @Test
    void a5_a_code_works_once() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        demo.student(applicant.nir(), code);

        assertThat(signIn(applicant, code)).isEqualTo(USED);
    }

    @Test
    void who_types_the_used_code_instead_of_the_password_is_told_so() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        demo.choosePassword(demo.student(applicant.nir(), code));

        assertThat(signIn(applicant, code)).isEqualTo(USED + "&password=CHOSEN");
    }

    @Test
    void a6_a_new_code_replaces_the_one_before() {
        Applicant applicant = Applicant.next();
        String number = demo.request(applicant);
        String code = demo.code(applicant);
        secrets.issueProvisionalCode(number);

        assertThat(signIn(applicant, code)).isEqualTo(EXPIRED);
    }

    @Test
    void a_code_that_an_advisor_hands_over_opens() {
        Applicant applicant = Applicant.next();
        String number = demo.request(applicant);
        String code = secrets.issueForDesk(number);

        assertThat(signIn(applicant, code)).isEqualTo(TASKLIST);
    }

    @Test
    void a_new_code_opens_the_steps_that_are_left_once_the_password_is_chosen() {
        Applicant applicant = Applicant.next();
        String number = demo.request(applicant);
        demo.choosePassword(demo.student(applicant.nir(), demo.code(applicant)));
        String code = secrets.issueForDesk(number);

        assertThat(signIn(applicant, code)).isEqualTo(TASKLIST);
    }

    /** What a person is told has one thing to do next, except what must not be told apart (A12). */
    @ParameterizedTest
    @CsvSource({
        "EXPIRED_CODE, /new-code",
        "USED_CODE, /new-code",
        "USED_CODE&password=CHOSEN, /forgotten-password",
        "EXPIRED_CODE&password=CHOSEN, /forgotten-password",
        "BLOCKED&until=2051251200, /new-code"
    })
    void every_outcome_has_its_words_and_one_thing_to_do(String problem, String next) {
        String page = demo.browser().get("/sign-in?problem=" + problem).body();
        String told = page.replaceAll("(?s).*<div id=\"problem\"(.*?)</div>.*", "$1");

        assertThat(told).containsOnlyOnce("<h2>").containsOnlyOnce("href=").contains("href=\"" + next + "\"");
    }

    @Test
    void who_has_not_received_the_code_finds_what_to_do() {
        assertThat(demo.browser().get("/sign-in?lang=fr").body())
                .contains("Toujours pas de SMS après 10 minutes")
                .contains("href=\"/new-code\"");
    }

    @Test
    void a6_a_code_opens_no_other_dossier() {
        String code = demo.newCode(Applicant.next());
        Applicant other = Applicant.next();
        demo.newCode(other);

        assertThat(demo.browser().signInAsStudent(other.nir(), code).location()).isEqualTo(REFUSED);
    }

    @Test
    void a3_a_provisional_code_ends_after_two_weeks() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);
        ClockUtil.offset(Duration.ofDays(14).toMillis());

        assertThat(signIn(applicant, code)).isEqualTo(EXPIRED);
    }

    @Test
    void a5_of_twenty_right_codes_at_the_same_time_one_opens() {
        Applicant applicant = Applicant.next();
        String code = demo.newCode(applicant);

        List<Reply> replies = Together.times(20, () -> demo.browser().signInAsStudent(applicant.nir(), code));

        assertThat(replies).extracting(Reply::status).containsOnly(302);
        assertThat(replies)
                .filteredOn(reply -> reply.location().equals(TASKLIST))
                .hasSize(1);
    }

    @Test
    void a4_of_fifty_wrong_codes_at_the_same_time_five_are_looked_at() {
        Applicant applicant = Applicant.next();
        String number = demo.request(applicant);
        String code = demo.code(applicant);

        List<Boolean> answers = Together.times(50, () -> secrets.useProvisionalCode(number, WRONG, "one address"));

        assertThat(answers).containsOnly(false);
        assertThat(database.sql("select tries from one_time_secret where dossier = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(secrets.useProvisionalCode(number, code, "one address")).isFalse();
    }

    /** A try counts until it has proved right (A4), so that there can be no more of them than wrong ones are allowed. */
    @Test
    void five_right_passwords_at_the_same_time_all_open() {
        List<Reply> replies = Together.times(5, () -> demo.browser().signInAsStudent(known.nir(), Applicant.PASSWORD));

        assertThat(replies).extracting(Reply::location).containsOnly(TASKLIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1$s%2$s", "%1$s", " %1$s %2$s ", "%1$.1s %3$s\u00a0%2$s", "%1$.1s-%3$s.%2$s"})
    void a_number_may_be_typed_with_or_without_key_and_spaces(String form) {
        String body = known.nir().substring(0, 13);
        String typed = form.formatted(body, known.nir().substring(13), body.substring(1));

        assertThat(demo.browser().signInAsStudent(typed, Applicant.PASSWORD).location())
                .isEqualTo(TASKLIST);
    }

    @Test
    void a_wrong_key_is_refused() {
        String key = known.nir().endsWith("00") ? "01" : "00";

        assertThat(demo.browser()
                        .signInAsStudent(known.nir().substring(0, 13) + key, Applicant.PASSWORD)
                        .location())
                .isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "%s\t", "%sx"})
    void a_password_counts_as_typed(String form) {
        assertThat(demo.browser()
                        .signInAsStudent(known.nir(), form.formatted(Applicant.PASSWORD))
                        .location())
                .isEqualTo(REFUSED);
        demo.student(known.nir(), Applicant.PASSWORD);
    }

    @Test
    void a17_signing_in_changes_the_session() {
        Browser browser = demo.browser();
        browser.get("/api/csrf");
        String before = browser.cookie("JSESSIONID");

        browser.signInAsStudent(known.nir(), Applicant.PASSWORD);

        assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void a17_a_session_in_the_address_is_not_taken() {
        String session = demo.student(known.nir(), Applicant.PASSWORD).cookie("JSESSIONID");

        Reply reply = demo.browser().get(Browser.ENGINE + "/task;jsessionid=" + session);

        assertThat(reply.status()).isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/camunda/api/admin/auth/user/default/logout"})
    void a17_signing_out_ends_the_session_on_the_server(String address) {
        Browser student = demo.student(known.nir(), Applicant.PASSWORD);
        String session = "JSESSIONID=" + student.cookie("JSESSIONID");
        String csrf = student.get("/api/csrf").json().get("token").asText();

        assertThat(student.post(address, Map.of("_csrf", csrf)).status()).isIn(204, 302);

        assertThat(demo.browser()
                        .get(Browser.ENGINE + "/task", "Cookie", session)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoever_has_not_signed_in_is_led_to_the_right_page() {
        Browser nobody = demo.browser();

        assertThat(nobody.engine("GET", "/task", null).status()).isEqualTo(401);
        assertThat(nobody.get(TASKLIST).location()).isEqualTo("/sign-in");
        assertThat(nobody.get("/camunda/app/cockpit/default/").location()).isEqualTo("/staff/sign-in");
    }

    @Test
    void a_student_does_not_sign_in_as_staff() {
        assertThat(demo.browser().signInAsStaff(known.nir(), Applicant.PASSWORD).location())
                .isEqualTo("/staff/sign-in?problem=REFUSED");
    }

    @Test
    void staff_do_not_sign_in_as_students() {
        assertThat(demo.browser().signInAsStudent("advisor", "advisor-demo").location())
                .isEqualTo(REFUSED);
    }

    @Test
    void after_five_failures_the_end_of_a_growing_wait_is_told() {
        Applicant stranger = Applicant.next();
        Instant now = Instant.parse("2035-01-01T08:00:00Z");
        ClockUtil.setCurrentTime(Date.from(now));
        fail(stranger, 5);
        assertThat(wrong(stranger)).isEqualTo(BLOCKED + now.plusSeconds(30).getEpochSecond());

        Instant later = now.plusSeconds(30);
        ClockUtil.setCurrentTime(Date.from(later));
        assertThat(wrong(stranger)).isEqualTo(REFUSED);

        String blocked = wrong(stranger);
        assertThat(blocked).isEqualTo(BLOCKED + later.plusSeconds(60).getEpochSecond());
        // Paris time.
        assertThat(demo.browser().get(blocked).body()).contains("09:01");
    }

    @Test
    void the_right_password_does_not_end_the_wait() {
        Applicant applicant = Applicant.next();
        demo.choosePassword(demo.student(applicant));
        fail(applicant, 5);

        assertThat(demo.browser()
                        .signInAsStudent(applicant.nir(), Applicant.PASSWORD)
                        .location())
                .startsWith(BLOCKED);
    }

    @Test
    void the_wait_is_for_one_number_only() {
        fail(Applicant.next(), 6);

        assertThat(wrong(Applicant.next())).isEqualTo(REFUSED);
    }

    /** A13 */
    @Test
    void the_wait_is_for_one_network_address_only() {
        Applicant owner = Applicant.next();
        demo.choosePassword(demo.student(owner));
        fail(owner, 6);

        assertThat(signInFrom("192.0.2.7", owner, Applicant.PASSWORD).isAuthenticated())
                .isTrue();
    }

    /** A13 */
    @Test
    void a_thousand_wrong_tries_of_strangers_do_not_lock_the_owner_out() {
        Applicant owner = Applicant.next();
        demo.choosePassword(demo.student(owner));
        IntStream.range(0, 1000)
                .forEach(n -> assertThatExceptionOfType(AuthenticationException.class)
                        .isThrownBy(() -> signInFrom("198.51.100." + n % 20, owner, WRONG)));

        assertThat(signInFrom("192.0.2.7", owner, Applicant.PASSWORD).isAuthenticated())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP", "Forwarded"})
    void a_forged_network_address_does_not_end_the_wait(String header) {
        Applicant stranger = Applicant.next();
        fail(stranger, 5);

        Reply reply =
                demo.browser().fillIn("/sign-in", Map.of("nir", stranger.nir(), "secret", WRONG), header, "192.0.2.8");

        assertThat(reply.location()).startsWith(BLOCKED);
    }

    @Test
    void another_spelling_of_the_number_does_not_end_the_wait() {
        Applicant stranger = Applicant.next();
        fail(stranger, 5);

        assertThat(demo.browser()
                        .signInAsStudent(stranger.nir().substring(0, 13) + " ", WRONG)
                        .location())
                .startsWith(BLOCKED);
    }

    @Test
    void twenty_failures_at_the_same_time_are_all_refused_and_start_the_wait() {
        Applicant stranger = Applicant.next();

        List<Reply> replies = Together.times(20, () -> demo.browser().signInAsStudent(stranger.nir(), WRONG));

        assertThat(replies).extracting(Reply::status).containsOnly(302);
        assertThat(wrong(stranger)).startsWith(BLOCKED);
    }

    @Test
    void an_advisor_who_guesses_is_made_to_wait_too() {
        IntStream.range(0, 5).forEach(i -> demo.browser().signInAsStaff("nobody", "wrong"));

        assertThat(demo.browser().signInAsStaff("nobody", "wrong").location())
                .startsWith("/staff/sign-in?problem=BLOCKED&until=");
    }

    private String signIn(Applicant applicant, String secret) {
        return demo.browser().signInAsStudent(applicant.nir(), secret).location();
    }

    /** From another network address than the browsers of this test. */
    private Authentication signInFrom(String address, Applicant applicant, String secret) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(applicant.nir(), secret);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return studentSignIn.authenticate(attempt);
    }

    private void fail(Applicant applicant, int times) {
        IntStream.range(0, times).forEach(i -> wrong(applicant));
    }

    private String wrong(Applicant applicant) {
        return demo.browser().signInAsStudent(applicant.nir(), WRONG).location();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/staff/sign-in", "/sign-out", "/email-confirmation", "/api/password-check"})
    void a_post_without_the_csrf_token_is_refused(String address) {
        assertThat(demo.student(known.nir(), Applicant.PASSWORD)
                        .post(address, Map.of("nir", known.nir(), "secret", Applicant.PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_without_the_webapps_csrf_token_is_refused() {
        Browser student = demo.student(known.nir(), Applicant.PASSWORD);

        Reply reply = student.send(
                "POST",
                Browser.ENGINE + "/task/" + student.task().get("id").asText() + "/submit-form",
                "application/json",
                "{\"variables\":{\"termsAccepted\":{\"value\":true}}}");

        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in?problem=REFUSED",
                "/sign-in?problem=USED_CODE",
                "/staff/sign-in",
                "/forgotten-password",
                "/goodbye",
                "/email-confirmation?token=x",
                "/error",
                "/api/csrf"
            })
    void own_pages_send_strict_headers(String page) {
        Reply reply = demo.browser().get(page);

        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe-", "*", "http:");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999", "-99999999999999999", "abc", "1e9", ""})
    void a_forged_end_of_the_wait_breaks_no_page(String until) {
        assertThat(demo.browser().get("/sign-in?problem=BLOCKED&until=" + until).status())
                .isIn(200, 400);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(demo.browser().get("/sign-in").header("Set-Cookie"))
                .startsWith("JSESSIONID=")
                .contains("HttpOnly", "SameSite=Lax");
    }
}
