package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amelionboarding.Time;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest
@ActiveProfiles("test")
@RecordApplicationEvents
class OneTimeSecretsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;
    private static final int ATTEMPTS_IN_ALL = 100;
    private static final String HERE = "here";
    private static final String ELSEWHERE = "elsewhere";
    private static final int THREADS = 20;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private OnboardingSettings settings;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private String dossier;

    @BeforeEach
    void open() {
        time.stop();
        dossier = dossiers.open(CodeRequests.fresh()).number();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    // ---- What opens

    @Test
    void the_right_code_opens() {
        assertThat(use(code())).isTrue();
    }

    @Test
    void a2_a_sign_in_code_opens_for_ten_minutes() {
        Instant start = Instant.parse("2027-03-01T09:00:00Z");
        moveTo(start);
        OneTimeSecret code = secrets.issueSignInCode(dossier);

        moveTo(start.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(useSignInCode(code)).isTrue();
    }

    @Test
    void a2_a_sign_in_code_is_dead_after_ten_minutes() {
        Instant start = Instant.parse("2027-03-01T09:00:00Z");
        moveTo(start);
        OneTimeSecret code = secrets.issueSignInCode(dossier);

        moveTo(start.plus(Duration.ofMinutes(10)));
        assertThat(useSignInCode(code)).isFalse();
    }

    @Test
    void a6_a_sign_in_code_is_no_provisional_code() {
        assertThat(use(value(SecretPurpose.SIGN_IN_CODE))).isFalse();
    }

    @Test
    void the_right_token_opens() {
        assertThat(secrets.useLinkToken(dossier, token())).isTrue();
    }

    @Test
    void a_wrong_code_does_not_open() {
        assertThat(use(wrong(code()))).isFalse();
    }

    @Test
    void a6_a_new_code_kills_the_old_one() {
        String old = code();
        code();

        assertThat(use(old)).isFalse();
    }

    @Test
    void a6_a_new_token_kills_the_old_one() {
        String old = token();
        token();

        assertThat(secrets.useLinkToken(dossier, old)).isFalse();
    }

    @Test
    void a_new_token_leaves_the_code_alone() {
        String code = code();
        token();

        assertThat(use(code)).isTrue();
    }

    @Test
    void a6_a_code_opens_its_own_dossier_only() {
        String code = code();
        String other = dossiers.open(CodeRequests.fresh()).number();
        secrets.issueProvisionalCode(other);

        assertThat(secrets.useProvisionalCode(other, code, HERE)).isFalse();
    }

    @Test
    void a6_a_token_opens_its_own_dossier_only() {
        String token = token();
        String other = dossiers.open(CodeRequests.fresh()).number();

        assertThat(secrets.useLinkToken(other, token)).isFalse();
    }

    @Test
    void a_code_is_no_token() {
        assertThat(secrets.findLink(code())).isEmpty();
    }

    @Test
    void a_token_is_no_code() {
        code();

        assertThat(use(token())).isFalse();
    }

    @Test
    void a_revoked_code_does_not_open() {
        String code = code();
        secrets.revoke(dossier, SecretPurpose.PROVISIONAL_CODE);

        assertThat(use(code)).isFalse();
    }

    // ---- How often (A4, A5)

    @Test
    void the_right_code_opens_at_the_last_try() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS - 1);

        assertThat(use(code)).isTrue();
    }

    @Test
    void a4_after_the_last_try_not_even_the_right_code_opens() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS);

        assertThat(use(code)).isFalse();
    }

    @Test
    void wrong_tries_leave_the_code_good_elsewhere() {
        String code = code();
        tryWrongCodes(code, 3 * ATTEMPTS);

        assertThat(secrets.useProvisionalCode(dossier, code, ELSEWHERE)).isTrue();
    }

    @Test
    void the_right_code_opens_after_ninety_nine_wrong_tries_elsewhere() {
        String code = code();
        tryWrongCodesFromAnywhere(code, ATTEMPTS_IN_ALL - 1);

        assertThat(use(code)).isTrue();
    }

    /** NIST SP 800-63B */
    @Test
    void after_a_hundred_wrong_tries_the_code_opens_nowhere() {
        String code = code();
        tryWrongCodesFromAnywhere(code, ATTEMPTS_IN_ALL);

        assertThat(use(code)).isFalse();
    }

    @Test
    void tries_at_the_same_time_are_all_counted() throws Exception {
        String wrong = wrong(code());

        allAtOnce(() -> use(wrong));

        assertThat(triesFrom(HERE)).isEqualTo(ATTEMPTS);
    }

    @Test
    void a4_no_more_tries_are_looked_at_than_allowed() throws Exception {
        String wrong = wrong(code());

        allAtOnce(() -> use(wrong));

        assertThat(row(SecretPurpose.PROVISIONAL_CODE)).containsEntry("TRIES", ATTEMPTS);
    }

    @Test
    void a4_of_fifty_wrong_sign_in_codes_at_the_same_time_five_are_looked_at() {
        OneTimeSecret code = secrets.issueSignInCode(dossier);
        String wrong = wrong(secrets.reveal(code));

        List<Boolean> answers = Together.times(50, () -> secrets.useSignInCode(dossier, code.id(), wrong));

        assertThat(answers).containsOnly(false);
        assertThat(row(SecretPurpose.SIGN_IN_CODE)).containsEntry("TRIES", ATTEMPTS);
        assertThat(useSignInCode(code)).isFalse();
    }

    @Test
    void a5_of_twenty_right_sign_in_codes_at_the_same_time_one_opens() {
        OneTimeSecret code = secrets.issueSignInCode(dossier);

        List<Boolean> answers = Together.times(20, () -> useSignInCode(code));

        assertThat(answers).containsOnlyOnce(true);
    }

    @Test
    void a6_a_provisional_code_is_no_sign_in_code() {
        OneTimeSecret waitingFor = secrets.issueSignInCode(dossier);

        assertThat(secrets.useSignInCode(dossier, waitingFor.id(), code())).isFalse();
    }

    @Test
    void a6_a_sign_in_code_opens_its_own_dossier_only() {
        OneTimeSecret code = secrets.issueSignInCode(dossier);
        String other = dossiers.open(CodeRequests.fresh()).number();
        OneTimeSecret others = secrets.issueSignInCode(other);

        assertThat(secrets.useSignInCode(other, others.id(), secrets.reveal(code)))
                .isFalse();
    }

    @Test
    void a6_a_sign_in_code_opens_only_the_sign_in_that_it_was_sent_for() {
        OneTimeSecret before = secrets.issueSignInCode(dossier);
        OneTimeSecret code = secrets.issueSignInCode(dossier);

        assertThat(secrets.useSignInCode(dossier, before.id(), secrets.reveal(code)))
                .isFalse();
    }

    @Test
    void a_try_is_counted_whatever_comes_of_it() {
        use(code());

        assertThat(triesFrom(HERE)).isEqualTo(1);
    }

    @Test
    void a_new_code_can_be_tried_as_often_again() {
        tryWrongCodes(code(), ATTEMPTS);

        assertThat(use(code())).isTrue();
    }

    @Test
    void what_was_counted_against_a_code_goes_with_it() {
        tryWrongCodes(code(), ATTEMPTS);
        code();

        assertThat(rowsOfTries()).isZero();
    }

    @Test
    void what_was_counted_against_a_code_goes_with_the_dossier() {
        tryWrongCodes(code(), 1);
        dossiers.close(dossier, Closure.CANCELLED_BY_STUDENT);

        assertThat(rowsOfTries()).isZero();
    }

    @Test
    void the_last_wrong_try_tells_that_the_code_is_locked() {
        tryWrongCodes(code(), ATTEMPTS);

        assertThat(events.stream(CodeLocked.class)).containsExactly(new CodeLocked(dossier));
    }

    @Test
    void the_wrong_tries_before_the_last_tell_nothing() {
        tryWrongCodes(code(), ATTEMPTS - 1);

        assertThat(events.stream(CodeLocked.class)).isEmpty();
    }

    @Test
    void further_wrong_tries_tell_nothing() {
        tryWrongCodes(code(), 3 * ATTEMPTS);

        assertThat(events.stream(CodeLocked.class)).hasSize(1);
    }

    @Test
    void each_place_where_the_code_is_locked_is_told() {
        tryWrongCodesFromAnywhere(code(), 3 * ATTEMPTS);

        assertThat(events.stream(CodeLocked.class)).hasSize(3);
    }

    @Test
    void a_right_code_at_the_last_try_locks_nothing() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS - 1);
        use(code);

        assertThat(events.stream(CodeLocked.class)).isEmpty();
    }

    @Test
    void a5_of_twenty_right_codes_at_the_same_time_one_opens() throws Exception {
        String code = code();

        assertThat(allAtOnce(() -> use(code))).containsOnlyOnce(true);
    }

    @Test
    void a9_of_twenty_who_follow_the_link_at_the_same_time_one_uses_it() throws Exception {
        String token = token();

        assertThat(allAtOnce(() -> secrets.useLinkToken(dossier, token))).containsOnlyOnce(true);
    }

    // ---- How many codes of sign-ins (A4)

    @Test
    void a4_three_unused_sign_in_codes_an_hour_are_the_most() {
        issueSignInCodes(3);

        assertThat(secrets.signInCodesBlockedUntil(dossier)).contains(Time.START.plus(Duration.ofHours(1)));
    }

    @Test
    void up_to_three_another_one_is_issued() {
        issueSignInCodes(2);

        assertThat(secrets.signInCodesBlockedUntil(dossier)).isEmpty();
    }

    @Test
    void codes_that_were_used_do_not_count() {
        for (int i = 0; i < 20; i++) {
            useSignInCode(secrets.issueSignInCode(dossier));
        }

        assertThat(secrets.signInCodesBlockedUntil(dossier)).isEmpty();
    }

    @Test
    void an_hour_after_the_first_of_three_another_one_is_issued() {
        issueSignInCodes(3);
        moveTo(Time.START.plus(Duration.ofHours(1)));

        assertThat(secrets.signInCodesBlockedUntil(dossier)).isEmpty();
    }

    @Test
    void a4_ten_unused_sign_in_codes_a_day_are_the_most() {
        for (int hour = 0; hour < 20; hour += 2) {
            moveTo(Time.START.plus(Duration.ofHours(hour)));
            issueSignInCodes(1);
        }

        assertThat(secrets.signInCodesBlockedUntil(dossier)).contains(Time.START.plus(Duration.ofHours(24)));
    }

    @Test
    void others_codes_do_not_count() {
        issueSignInCodes(3);

        assertThat(secrets.signInCodesBlockedUntil(
                        dossiers.open(CodeRequests.fresh()).number()))
                .isEmpty();
    }

    // ---- How long

    @Test
    void a3_a_provisional_code_opens_until_its_last_second() {
        String code = code();
        moveTo(Time.START.plus(settings.code().lifetime()).minus(SECOND));

        assertThat(use(code)).isTrue();
    }

    @Test
    void a3_a_provisional_code_does_not_open_at_its_end() {
        String code = code();
        moveTo(Time.START.plus(settings.code().lifetime()));

        assertThat(use(code)).isFalse();
    }

    @Test
    void a9_a_token_opens_until_its_last_second() {
        String token = token();
        moveTo(Time.START.plus(settings.link().lifetime()).minus(SECOND));

        assertThat(secrets.useLinkToken(dossier, token)).isTrue();
    }

    @Test
    void a9_a_token_does_not_open_at_its_end() {
        String token = token();
        moveTo(Time.START.plus(settings.link().lifetime()));

        assertThat(secrets.useLinkToken(dossier, token)).isFalse();
    }

    // ---- What has become of a code

    @Test
    void an_expired_code_is_known_again() {
        String code = code();
        moveTo(Time.START.plus(settings.code().lifetime()));

        assertThat(secrets.formerProvisionalCode(dossier, code))
                .hasValueSatisfying(former -> assertThat(former.isUsed()).isFalse());
    }

    @Test
    void a_replaced_code_is_known_again() {
        String code = code();
        code();

        assertThat(secrets.formerProvisionalCode(dossier, code))
                .hasValueSatisfying(former -> assertThat(former.isUsed()).isFalse());
    }

    @Test
    void a_used_code_is_known_again() {
        String code = code();
        use(code);

        assertThat(secrets.formerProvisionalCode(dossier, code))
                .hasValueSatisfying(former -> assertThat(former.isUsed()).isTrue());
    }

    @Test
    void a_live_code_is_not_known_there() {
        assertThat(secrets.formerProvisionalCode(dossier, code())).isEmpty();
    }

    @Test
    void a_live_code_that_is_locked_is_not_known_there() {
        String code = code();
        tryWrongCodesFromAnywhere(code, ATTEMPTS_IN_ALL);

        assertThat(secrets.formerProvisionalCode(dossier, code)).isEmpty();
    }

    @Test
    void a_wrong_code_is_not_known() {
        String code = code();
        use(code);

        assertThat(secrets.formerProvisionalCode(dossier, wrong(code))).isEmpty();
    }

    @Test
    void a_former_code_is_known_for_its_own_dossier_only() {
        String code = code();
        use(code);
        String other = dossiers.open(CodeRequests.fresh()).number();

        assertThat(secrets.formerProvisionalCode(other, code)).isEmpty();
    }

    // ---- Which code is sent

    @Test
    void a_live_code_is_sent_again() {
        String code = code();

        assertThat(secrets.reveal(secrets.provisionalCodeToSend(dossier))).isEqualTo(code);
    }

    @Test
    void a_few_wrong_tries_do_not_change_the_code_that_is_sent() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS - 1);

        assertThat(secrets.reveal(secrets.provisionalCodeToSend(dossier))).isEqualTo(code);
    }

    @Test
    void instead_of_a_code_locked_somewhere_a_new_one_is_sent() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS);

        assertThat(secrets.reveal(secrets.provisionalCodeToSend(dossier))).isNotEqualTo(code);
    }

    @Test
    void the_new_code_opens_where_the_old_one_was_locked() {
        tryWrongCodes(code(), ATTEMPTS);

        assertThat(use(secrets.reveal(secrets.provisionalCodeToSend(dossier)))).isTrue();
    }

    @Test
    void instead_of_a_code_with_a_hundred_wrong_tries_a_new_one_is_sent() {
        String code = code();
        IntStream.range(0, ATTEMPTS_IN_ALL)
                .forEach(n -> secrets.useProvisionalCode(dossier, wrong(code), "origin " + n));

        assertThat(secrets.reveal(secrets.provisionalCodeToSend(dossier))).isNotEqualTo(code);
    }

    @Test
    void instead_of_a_code_on_paper_a_new_one_is_sent() {
        String paper = secrets.issueForDesk(dossier);

        assertThat(secrets.reveal(secrets.provisionalCodeToSend(dossier))).isNotEqualTo(paper);
    }

    @Test
    void a_code_on_paper_opens() {
        assertThat(use(secrets.issueForDesk(dossier))).isTrue();
    }

    @Test
    void a_code_on_paper_kills_the_one_before() {
        String code = code();
        secrets.issueForDesk(dossier);

        assertThat(use(code)).isFalse();
    }

    @Test
    void a_code_on_paper_is_kept_nowhere() {
        secrets.issueForDesk(dossier);

        assertThat(row(SecretPurpose.PROVISIONAL_CODE)).containsEntry("SEALED", null);
    }

    // ---- What the database holds (A8)

    @ParameterizedTest
    @EnumSource
    void a8_a_secret_does_not_stand_clear_in_its_row(SecretPurpose purpose) {
        String value = value(purpose);

        assertThat(clearText(purpose)).doesNotContain(value);
    }

    @Test
    void a_live_secret_can_be_sent_again() {
        String code = code();

        assertThat(secrets.live(dossier, SecretPurpose.PROVISIONAL_CODE).map(secrets::reveal))
                .contains(code);
    }

    @Test
    void a_used_code_can_be_read_by_nobody() {
        use(code());

        assertThat(row(SecretPurpose.PROVISIONAL_CODE)).containsEntry("SEALED", null);
    }

    @Test
    void a_used_token_can_be_read_by_nobody() {
        secrets.useLinkToken(dossier, token());

        assertThat(row(SecretPurpose.EMAIL_LINK)).containsEntry("SEALED", null);
    }

    @ParameterizedTest
    @EnumSource
    void a_revoked_secret_can_be_read_by_nobody(SecretPurpose purpose) {
        value(purpose);
        secrets.revoke(dossier, purpose);

        assertThat(row(purpose)).containsEntry("SEALED", null);
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_of_a_closed_dossier_can_be_read_by_nobody(SecretPurpose purpose) {
        value(purpose);
        dossiers.close(dossier, Closure.CANCELLED_BY_STUDENT);

        assertThat(row(purpose)).containsEntry("SEALED", null);
    }

    private String value(SecretPurpose purpose) {
        return switch (purpose) {
            case PROVISIONAL_CODE -> code();
            case SIGN_IN_CODE -> secrets.reveal(secrets.issueSignInCode(dossier));
            case EMAIL_LINK -> token();
            case RESET_LINK -> secrets.reveal(secrets.issueResetToken(dossier));
        };
    }

    private void issueSignInCodes(int times) {
        IntStream.range(0, times).forEach(n -> secrets.issueSignInCode(dossier));
    }

    private boolean useSignInCode(OneTimeSecret code) {
        return secrets.useSignInCode(dossier, code.id(), secrets.reveal(code));
    }

    private String code() {
        return secrets.reveal(secrets.issueProvisionalCode(dossier));
    }

    private String token() {
        return secrets.reveal(secrets.issueLinkToken(dossier));
    }

    private static String wrong(String code) {
        return code.substring(1) + (code.charAt(0) == '0' ? '1' : '0');
    }

    private boolean use(String code) {
        return secrets.useProvisionalCode(dossier, code, HERE);
    }

    private void tryWrongCodes(String code, int times) {
        for (int i = 0; i < times; i++) {
            use(wrong(code));
        }
    }

    /** As many from each place as are looked at. */
    private void tryWrongCodesFromAnywhere(String code, int times) {
        IntStream.range(0, times)
                .forEach(n -> secrets.useProvisionalCode(dossier, wrong(code), "origin " + n / ATTEMPTS));
    }

    private int triesFrom(String origin) {
        return jdbc.sql("select c.tries from code_try c join one_time_secret s on s.id = c.code"
                        + " where s.dossier = ? and c.origin = ?")
                .params(dossier, origin)
                .query(Integer.class)
                .single();
    }

    private int rowsOfTries() {
        return jdbc.sql("select count(*) from code_try c join one_time_secret s on s.id = c.code where s.dossier = ?")
                .param(dossier)
                .query(Integer.class)
                .single();
    }

    private static List<Boolean> allAtOnce(Callable<Boolean> use) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> uses = Stream.generate(() -> threads.submit(() -> {
                        start.await();
                        return use.call();
                    }))
                    .limit(THREADS)
                    .toList();
            start.countDown();
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : uses) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static void moveTo(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    private Map<String, Object> row(SecretPurpose purpose) {
        return jdbc.sql("select * from one_time_secret where dossier = ? and purpose = ?")
                .params(dossier, purpose.name())
                .query()
                .singleRow();
    }

    private String clearText(SecretPurpose purpose) {
        return row(purpose).values().stream()
                .map(value -> value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value))
                .collect(Collectors.joining("\n"));
    }
}
