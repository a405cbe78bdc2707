package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
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

@SpringBootTest
@ActiveProfiles("test")
class OneTimeSecretsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 5;
    private static final int THREADS = 20;
    private static final int DRAWS = 2_000;

    /** Chi-squared of ten digits (nine degrees of freedom) that true chance exceeds once in a million runs. */
    private static final double BEYOND_CHANCE = 45.1;

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

    // ---- What is drawn (A1, A9)

    @Test
    void a_code_has_eight_digits() {
        assertThat(code()).matches("[0-9]{8}");
    }

    @Test
    void every_digit_of_a_code_is_as_likely_as_any_other() {
        Map<Integer, Long> found = IntStream.range(0, DRAWS)
                .mapToObj(draw -> drawnAndForgotten())
                .flatMapToInt(String::chars)
                .boxed()
                .collect(Collectors.groupingBy(digit -> digit, Collectors.counting()));
        double expected = DRAWS * 8 / 10.0;

        double chiSquared = IntStream.rangeClosed('0', '9')
                .mapToDouble(digit -> found.getOrDefault(digit, 0L) - expected)
                .map(difference -> difference * difference / expected)
                .sum();

        assertThat(chiSquared).isLessThan(BEYOND_CHANCE);
    }

    @Test
    void a_token_has_256_bits() {
        assertThat(Base64.getUrlDecoder().decode(token())).hasSize(32);
    }

    @Test
    void no_two_tokens_are_alike() {
        assertThat(Stream.generate(this::token).limit(100)).doesNotHaveDuplicates();
    }

    // ---- What opens

    @Test
    void the_right_code_opens() {
        assertThat(secrets.useProvisionalCode(dossier, code())).isTrue();
    }

    /** A2 */
    @Test
    void a_sign_in_code_opens_for_ten_minutes() {
        Instant start = Instant.parse("2027-03-01T09:00:00Z");
        moveTo(start);
        String code = value(SecretPurpose.SIGN_IN_CODE);

        moveTo(start.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(secrets.useSignInCode(dossier, code)).isTrue();
    }

    /** A2 */
    @Test
    void a_sign_in_code_is_dead_after_ten_minutes() {
        Instant start = Instant.parse("2027-03-01T09:00:00Z");
        moveTo(start);
        String code = value(SecretPurpose.SIGN_IN_CODE);

        moveTo(start.plus(Duration.ofMinutes(10)));
        assertThat(secrets.useSignInCode(dossier, code)).isFalse();
    }

    /** A6 */
    @Test
    void a_sign_in_code_is_no_provisional_code() {
        assertThat(secrets.useProvisionalCode(dossier, value(SecretPurpose.SIGN_IN_CODE)))
                .isFalse();
    }

    @Test
    void the_right_token_opens() {
        assertThat(secrets.useLinkToken(dossier, token())).isTrue();
    }

    @Test
    void a_wrong_code_does_not_open() {
        assertThat(secrets.useProvisionalCode(dossier, wrong(code()))).isFalse();
    }

    @Test
    void a_new_code_kills_the_old_one() {
        String old = code();
        code();

        assertThat(secrets.useProvisionalCode(dossier, old)).isFalse();
    }

    @Test
    void a_new_token_kills_the_old_one() {
        String old = token();
        token();

        assertThat(secrets.useLinkToken(dossier, old)).isFalse();
    }

    @Test
    void a_new_token_leaves_the_code_alone() {
        String code = code();
        token();

        assertThat(secrets.useProvisionalCode(dossier, code)).isTrue();
    }

    @Test
    void a_code_opens_its_own_dossier_only() {
        String code = code();
        String other = dossiers.open(CodeRequests.fresh()).number();
        secrets.issueProvisionalCode(other);

        assertThat(secrets.useProvisionalCode(other, code)).isFalse();
    }

    @Test
    void a_token_opens_its_own_dossier_only() {
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

        assertThat(secrets.useProvisionalCode(dossier, token())).isFalse();
    }

    @Test
    void a_revoked_code_does_not_open() {
        String code = code();
        secrets.revoke(dossier, SecretPurpose.PROVISIONAL_CODE);

        assertThat(secrets.useProvisionalCode(dossier, code)).isFalse();
    }

    // ---- How often (A4, A5)

    @Test
    void the_right_code_opens_at_the_last_try() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS - 1);

        assertThat(secrets.useProvisionalCode(dossier, code)).isTrue();
    }

    @Test
    void after_the_last_try_not_even_the_right_code_opens() {
        String code = code();
        tryWrongCodes(code, ATTEMPTS);

        assertThat(secrets.useProvisionalCode(dossier, code)).isFalse();
    }

    @Test
    void tries_at_the_same_time_are_all_counted() throws Exception {
        String wrong = wrong(code());

        allAtOnce(() -> secrets.useProvisionalCode(dossier, wrong));

        assertThat(row(SecretPurpose.PROVISIONAL_CODE)).containsEntry("TRIES", ATTEMPTS);
    }

    @Test
    void a_try_is_counted_whatever_comes_of_it() {
        secrets.useProvisionalCode(dossier, code());

        assertThat(row(SecretPurpose.PROVISIONAL_CODE)).containsEntry("TRIES", 1);
    }

    @Test
    void a_new_code_can_be_tried_as_often_again() {
        tryWrongCodes(code(), ATTEMPTS);

        assertThat(secrets.useProvisionalCode(dossier, code())).isTrue();
    }

    @Test
    void of_many_at_the_same_time_one_uses_the_code() throws Exception {
        String code = code();

        assertThat(allAtOnce(() -> secrets.useProvisionalCode(dossier, code))).containsOnlyOnce(true);
    }

    @Test
    void of_many_at_the_same_time_one_uses_the_token() throws Exception {
        String token = token();

        assertThat(allAtOnce(() -> secrets.useLinkToken(dossier, token))).containsOnlyOnce(true);
    }

    // ---- How long

    @Test
    void a_code_opens_until_its_last_second() {
        String code = code();
        moveTo(Time.START.plus(settings.code().lifetime()).minus(SECOND));

        assertThat(secrets.useProvisionalCode(dossier, code)).isTrue();
    }

    @Test
    void a_code_does_not_open_at_its_end() {
        String code = code();
        moveTo(Time.START.plus(settings.code().lifetime()));

        assertThat(secrets.useProvisionalCode(dossier, code)).isFalse();
    }

    @Test
    void a_token_opens_until_its_last_second() {
        String token = token();
        moveTo(Time.START.plus(settings.link().lifetime()).minus(SECOND));

        assertThat(secrets.useLinkToken(dossier, token)).isTrue();
    }

    @Test
    void a_token_does_not_open_at_its_end() {
        String token = token();
        moveTo(Time.START.plus(settings.link().lifetime()));

        assertThat(secrets.useLinkToken(dossier, token)).isFalse();
    }

    // ---- What the database holds (A8)

    @ParameterizedTest
    @EnumSource
    void a_secret_does_not_stand_clear_in_its_row(SecretPurpose purpose) {
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
        secrets.useProvisionalCode(dossier, code());

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

    private String code() {
        return secrets.reveal(secrets.issueProvisionalCode(dossier));
    }

    private String token() {
        return secrets.reveal(secrets.issueLinkToken(dossier));
    }

    private String drawnAndForgotten() {
        String code = code();
        jdbc.sql("delete from one_time_secret where dossier = ?").param(dossier).update();
        return code;
    }

    private static String wrong(String code) {
        return code.substring(1) + (code.charAt(0) == '0' ? '1' : '0');
    }

    private void tryWrongCodes(String code, int times) {
        for (int i = 0; i < times; i++) {
            secrets.useProvisionalCode(dossier, wrong(code));
        }
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
