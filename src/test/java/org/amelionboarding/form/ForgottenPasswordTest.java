package org.amelionboarding.form;

import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.amelionboarding.message.MessagePurpose.RESET_LINK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Mailbag.Letter;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.ActiveProfiles;

/** What the owner of a dossier gets who has forgotten the password, and how often (A4, A15). */
@SpringBootTest
@ActiveProfiles("test")
class ForgottenPasswordTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Autowired
    private ForgottenPassword forgottenPassword;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Students students;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Time time;

    @BeforeEach
    void stop() {
        time.stop();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    @Test
    void an_active_account_gets_a_link() {
        String dossier = openAccount();

        ask(dossier);

        assertThat(mailbag.of(dossier, RESET_LINK)).hasSize(1);
        assertThat(resets(dossier)).isEqualTo(1);
    }

    @Test
    void an_account_that_is_not_active_yet_gets_no_link() {
        String dossier = students.reachWaitingPage();
        time.pass(A_MINUTE);

        ask(dossier);

        assertThat(mailbag.of(dossier, RESET_LINK)).isEmpty();
        assertThat(resets(dossier)).isZero();
    }

    @Test
    void a_dossier_without_prerequisites_gets_nothing() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        String dossier = students.start(request).getBusinessKey();
        List<Letter> letters = mailbag.of(dossier);
        time.pass(A_MINUTE);

        ask(dossier);

        assertThat(mailbag.of(dossier)).isEqualTo(letters);
    }

    @Test
    void an_active_account_gets_no_provisional_code() {
        String dossier = openAccount();
        time.pass(Duration.ofHours(1));

        ask(dossier);

        assertThat(mailbag.of(dossier, PROVISIONAL_CODE)).hasSize(1);
    }

    @Test
    void asking_again_within_a_minute_sends_nothing_and_leaves_the_link_alive() {
        String dossier = openAccount();
        ask(dossier);
        time.pass(A_MINUTE.minusMillis(1));

        ask(dossier);

        assertThat(mailbag.of(dossier, RESET_LINK)).hasSize(1);
        assertThat(secrets.useResetToken(dossier, mailbag.resetToken(dossier))).isTrue();
    }

    @Test
    void asking_again_after_a_minute_replaces_the_link_in_the_same_reset() {
        String dossier = openAccount();
        ask(dossier);
        String before = mailbag.resetToken(dossier);
        time.pass(A_MINUTE);

        ask(dossier);

        assertThat(secrets.useResetToken(dossier, before)).isFalse();
        assertThat(mailbag.resetToken(dossier)).isNotEqualTo(before);
        assertThat(resets(dossier)).isEqualTo(1);
    }

    @Test
    void there_are_three_links_an_hour() {
        String dossier = openAccount();

        askEvery(Duration.ofMinutes(10), Duration.ofHours(2), dossier);

        assertThat(minutes(dossier)).containsExactly(0L, 10L, 20L, 60L, 70L, 80L);
    }

    @Test
    void there_are_ten_links_a_day() {
        String dossier = openAccount();

        askEvery(Duration.ofHours(1), Duration.ofHours(26), dossier);

        assertThat(minutes(dossier)).hasSize(12).endsWith(9 * 60L, 24 * 60L, 25 * 60L);
    }

    /** Together the requests may all fail but one; what counts is that nobody has two ways in. */
    @Test
    void of_eight_requests_at_the_same_moment_one_sends_a_link() {
        String dossier = openAccount();

        Together.times(8, () -> {
            try {
                ask(dossier);
                return true;
            } catch (ConcurrencyFailureException e) {
                return false;
            }
        });

        assertThat(mailbag.of(dossier, RESET_LINK)).hasSize(1);
        assertThat(resets(dossier)).isEqualTo(1);
    }

    private String openAccount() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        return dossier;
    }

    private void ask(String dossier) {
        forgottenPassword.help(dossiers.of(dossier));
    }

    private void askEvery(Duration pause, Duration end, String dossier) {
        for (Duration past = Duration.ZERO; past.compareTo(end) < 0; past = past.plus(pause)) {
            ask(dossier);
            time.pass(pause);
        }
    }

    private List<Long> minutes(String dossier) {
        return mailbag.of(dossier, RESET_LINK).stream()
                .map(Letter::queuedAt)
                .map(ForgottenPasswordTest::minute)
                .toList();
    }

    private static long minute(Instant instant) {
        return Duration.between(Time.START, instant).toMinutes();
    }

    private long resets(String dossier) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("password-reset")
                .processInstanceBusinessKey(dossier)
                .count();
    }
}
