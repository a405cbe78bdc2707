package org.amelionboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Local accounts of staff: the first operator (A30), and those that operators keep. */
@RunningDemo
class StaffAccountsTest {

    private static final String ACCOUNTS = "/staff/accounts";
    private static final String FIRST = "/staff/first-operator";
    private static final String CHOSEN = "/staff/sign-in?problem=CHOSEN";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String REFUSED = "/staff/sign-in?problem=REFUSED";
    private static final String PASSWORD = "quatre mots sans rapport";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Demo demo;

    @Autowired
    private FirstOperatorSecret firstOperator;

    @Autowired
    private OnboardingSettings settings;

    private final String name = "op-" + NUMBER.incrementAndGet();

    @AfterEach
    void put_things_back() throws IOException {
        ClockUtil.reset();
        Files.deleteIfExists(file());
    }

    // ---- The first operator

    @Test
    void where_somebody_can_sign_in_there_is_no_secret() throws IOException {
        firstOperator.write();

        firstOperator.prepare();

        assertThat(file()).doesNotExist();
        assertThat(demo.browser().get(FIRST).body()).doesNotContain("<form");
    }

    @Test
    void the_secret_is_for_the_eyes_of_the_files_owner() throws IOException {
        firstOperator.write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).hasSize(43);
    }

    @Test
    void who_holds_the_secret_becomes_the_first_operator_once() throws IOException {
        firstOperator.write();
        String secret = Files.readString(file());

        assertThat(choose(FIRST, name, secret).location()).isEqualTo(CHOSEN);

        assertThat(signedIn(name).get(ACCOUNTS).status()).isEqualTo(200);
        assertThat(file()).doesNotExist();
        firstOperator.write();
        assertThat(choose(FIRST, name + "b", secret).status()).isEqualTo(400);
    }

    @Test
    void of_ten_with_the_same_secret_one_becomes_operator() throws IOException {
        firstOperator.write();
        String secret = Files.readString(file());
        List<Browser> browsers =
                IntStream.range(0, 10).mapToObj(i -> demo.browser()).toList();
        List<String> tokens =
                browsers.stream().map(browser -> browser.csrf(FIRST)).toList();
        AtomicInteger next = new AtomicInteger();

        List<Reply> replies = Together.times(10, () -> {
            int i = next.getAndIncrement();
            Map<String, String> fields = fields(name + (char) ('a' + i), secret, PASSWORD, PASSWORD);
            fields.put("_csrf", tokens.get(i));
            return browsers.get(i).post(FIRST, fields);
        });

        assertThat(replies).filteredOn(reply -> reply.status() == 302).hasSize(1);
    }

    @Test
    void a_secret_that_is_too_old_is_worthless_and_deleted() throws IOException {
        firstOperator.write();
        ClockUtil.offset(Duration.ofDays(2).toMillis());

        assertThat(demo.browser().get(FIRST).body()).doesNotContain("<form");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "op-x, onze lettre, onze lettre, newPassword",
        "op-x, password1234, password1234, newPassword",
        "op-x, quatre mots sans rapport, quatre mots, confirmPassword",
        "Anna Kowalska, quatre mots sans rapport, quatre mots sans rapport, name",
        "anna@example.org, quatre mots sans rapport, quatre mots sans rapport, name",
        "advisor, quatre mots sans rapport, quatre mots sans rapport, name"
    })
    void a_broken_rule_is_told_at_its_field_and_leaves_the_secret_good(
            String typed, String password, String again, String field) throws IOException {
        firstOperator.write();

        Reply reply = demo.browser().fillIn(FIRST, fields(typed, Files.readString(file()), password, again));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .containsOnlyOnce("aria-invalid=\"true\"")
                .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"")
                .doesNotContain(password);
        assertThat(file()).exists();
    }

    // ---- Accounts that operators keep

    @ParameterizedTest
    @CsvSource({"ADVISOR, /desk/agencies/new", "OPERATOR, /staff/accounts", "AUDITOR, /desk/agencies"})
    void an_operator_gives_somebody_an_account(String role, String page) {
        String secret = give(name, role);
        assertThat(demo.browser().signInAsStaff(name, PASSWORD).location()).isEqualTo(REFUSED);

        assertThat(choose("/staff/password", name, secret).location()).isEqualTo(CHOSEN);

        assertThat(signedIn(name).get(page).status()).isEqualTo(200);
    }

    @Test
    void a_secret_works_once_and_for_its_owner_only() {
        String secret = give(name, "AUDITOR");
        String others = give(name + "b", "AUDITOR");

        assertThat(choose("/staff/password", name, others).status()).isEqualTo(400);
        assertThat(choose("/staff/password", name, secret).location()).isEqualTo(CHOSEN);
        assertThat(choose("/staff/password", name, secret).status()).isEqualTo(400);
    }

    @Test
    void a_secret_ends() {
        String secret = give(name, "AUDITOR");
        ClockUtil.offset(Duration.ofDays(2).toMillis());

        assertThat(choose("/staff/password", name, secret).status()).isEqualTo(400);
    }

    @Test
    void who_guesses_a_secret_is_made_to_wait() {
        String secret = give(name, "AUDITOR");
        IntStream.range(0, 5).forEach(i -> choose("/staff/password", name, "wrong"));

        Reply reply = choose("/staff/password", name, secret);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("suspendue");
    }

    @Test
    void blocking_ends_the_sessions_at_once_and_refuses_sign_in() {
        choose("/staff/password", name, give(name, "ADVISOR"));
        Browser advisor = signedIn(name);
        assertThat(advisor.get("/desk/agencies").status()).isEqualTo(200);

        press(name, "block");

        assertThat(advisor.get("/desk/agencies").location()).isEqualTo("/staff/sign-in?problem=EXPIRED_SESSION");
        assertThat(demo.browser().signInAsStaff(name, PASSWORD).location()).isEqualTo(REFUSED);
        press(name, "unblock");
        assertThat(signedIn(name).get("/desk/agencies").status()).isEqualTo(200);
    }

    @Test
    void a_new_secret_makes_the_old_password_worthless() {
        choose("/staff/password", name, give(name, "ADVISOR"));
        Browser advisor = signedIn(name);

        String secret = secretIn(press(name, "secret"));

        assertThat(advisor.get("/desk/agencies").location()).isEqualTo("/staff/sign-in?problem=EXPIRED_SESSION");
        assertThat(demo.browser().signInAsStaff(name, PASSWORD).location()).isEqualTo(REFUSED);
        assertThat(choose("/staff/password", name, secret).location()).isEqualTo(CHOSEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "secret"})
    void operators_do_not_lock_themselves_out(String action) {
        choose("/staff/password", name, give(name, "OPERATOR"));
        Browser operator = signedIn(name);
        String csrf = operator.csrf(ACCOUNTS);

        assertThat(operator.post(ACCOUNTS + "/" + name + "/" + action, Map.of("_csrf", csrf))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"advisor", "ADVISOR", "x", "organisation:u-1", "7k3m 9qx2", "<b>x</b>", ""})
    void a_name_that_is_taken_or_unfit_is_refused(String typed) {
        Reply reply = demo.operator().fillIn(ACCOUNTS, Map.of("name", typed, "role", "ADVISOR"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("aria-invalid=\"true\"").doesNotContain("<b>x</b>");
    }

    private String give(String account, String role) {
        return secretIn(demo.operator().fillIn(ACCOUNTS, Map.of("name", account, "role", role)));
    }

    private static String secretIn(Reply page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.body().replaceAll("(?s).*?<code class=\"code-line\">([\\w-]{43})</code>.*", "$1");
    }

    private Reply press(String account, String action) {
        Browser operator = demo.operator();
        return operator.post(ACCOUNTS + "/" + account + "/" + action, Map.of("_csrf", operator.csrf(ACCOUNTS)));
    }

    private Reply choose(String page, String account, String secret) {
        Browser browser = demo.browser();
        browser.get(page + "?lang=fr");
        return browser.fillIn(page, fields(account, secret, PASSWORD, PASSWORD));
    }

    private static Map<String, String> fields(String account, String secret, String password, String again) {
        return new HashMap<>(
                Map.of("name", account, "secret", secret, "newPassword", password, "confirmPassword", again));
    }

    private Browser signedIn(String account) {
        Browser browser = demo.browser();
        assertThat(browser.signInAsStaff(account, PASSWORD).location()).isEqualTo(COCKPIT);
        return browser;
    }

    private Path file() {
        return settings.keys().folder().resolve("first-operator-secret");
    }
}
