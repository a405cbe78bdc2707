package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.amelionboarding.Defaults;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.message.Message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;

/** The limits as they are when nobody sets anything, but for the tests' pace. */
@ExtendWith(OutputCaptureExtension.class)
class SmsLimitsTest extends SendingTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Map<String, ?> TWO_OF_FILES_PER_HOUR =
            Map.of("onboarding.message.sms-limits.cohorts-per-hour", 2);
    private static final PersonalEmail EMAIL = PersonalEmail.of("zofia@mailbox.example");

    @Autowired
    private DeliveryMetrics counted;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private Payloads payloads;

    @Autowired
    private Cipher cipher;

    @Autowired
    private Texts texts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private CircuitBreaker breaker;

    @Autowired
    private Channels channels;

    @Autowired
    private Pace pace;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private Clock clock;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordingTransport network = RecordingTransport.taking(Channel.SMS);

    // ---- To one number

    @Test
    void three_sms_go_to_one_number_within_an_hour() {
        queue(3);

        deliver();

        assertThat(network.tried()).hasSize(3);
    }

    @Test
    void the_fourth_sms_to_one_number_within_an_hour_fails_and_says_why() {
        queue(4);

        deliver();

        assertThat(message("4"))
                .returns(Status.FAILED, Message::status)
                .returns("SMS_LIMIT", Message::error)
                .returns(null, Message::payload);
    }

    @Test
    void the_fourth_sms_to_one_number_within_an_hour_is_told_so_that_the_student_is_helped_otherwise() {
        queue(4);

        deliver();

        assertThat(news.heard()).containsExactly(new Undeliverable(dossier.number(), MessagePurpose.PROVISIONAL_CODE));
    }

    @Test
    void the_number_counts_whoever_it_belongs_to() {
        queue(3);
        deliver();
        dossier = dossiers.open(CodeRequests.fresh());
        queue("1");

        deliver();

        assertThat(message("1").error()).isEqualTo("SMS_LIMIT");
    }

    @Test
    void another_number_counts_for_itself() {
        queue(3);
        deliver();
        useNumber("+33687654321");
        queue("4");

        deliver();

        assertThat(message("4").status()).isEqualTo(Status.SENT);
    }

    @Test
    void an_hour_later_the_number_gets_sms_again() {
        queue(3);
        deliver();
        pass(HOUR);
        queue("4");

        deliver();

        assertThat(message("4").status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_seventh_sms_to_one_number_within_a_day_fails() {
        queueAndDeliverOnePerHour(7);

        assertThat(message("7").error()).isEqualTo("SMS_LIMIT");
    }

    @Test
    void a_day_later_the_number_gets_sms_again() {
        queueAndDeliverOnePerHour(6);
        pass(DAY);
        queue("7");

        deliver();

        assertThat(message("7").status()).isEqualTo(Status.SENT);
    }

    @Test
    void an_sms_that_did_not_leave_does_not_count() {
        queue(3);
        deliver(RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER));
        queue("4");

        deliver();

        assertThat(message("4").status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_number_itself_does_not_stand_in_the_row() {
        queue("1");

        assertThat(message("1").phone()).doesNotContain(CodeRequests.MOBILE.substring(1));
    }

    // ---- Abroad

    @ParameterizedTest
    @ValueSource(strings = {"+447911123456", "+221701234567", "+12025550123"})
    void a_foreign_number_gets_no_sms(String number) {
        useNumber(number);
        queue("1");

        deliver();

        assertThat(message("1")).returns(Status.FAILED, Message::status).returns("SMS_FOREIGN", Message::error);
    }

    @Test
    void a_foreign_number_is_refused_before_anything_is_sent() {
        useNumber("+447911123456");
        queue("1");

        deliver();

        assertThat(network.tried()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33612345678", "+590690001234", "+262692123456", "+687751234"})
    void a_number_of_mainland_france_or_overseas_gets_its_sms(String number) {
        useNumber(number);
        queue("1");

        deliver();

        assertThat(message("1").status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_foreign_number_gets_its_sms_where_that_is_set() {
        useNumber("+447911123456");
        queue("1");

        delivery(Map.of("onboarding.message.sms-limits.foreign", true)).deliverDue(network);

        assertThat(message("1").status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_foreign_number_does_not_show_that_a_channel_works_that_is_down() {
        outbox.queueUntil(
                time.now().plus(HOUR.dividedBy(6)), dossier, MessagePurpose.PROVISIONAL_CODE, "1", CODE, "14 mars");
        deliver(RecordingTransport.refusing(Channel.SMS, UNREACHABLE));
        useNumber("+447911123456");
        queue("2");
        pass(settings.delivery().longestProbe().multipliedBy(2));

        deliver();

        assertThat(news.heard()).doesNotContain(new ChannelRestored(Channel.SMS));
    }

    // ---- Of the whole installation

    @Test
    void beyond_the_sms_of_an_hour_the_others_wait() {
        queue(3);

        deliverWithTwoPerHour();

        assertThat(network.tried()).hasSize(2);
    }

    @Test
    void waiting_for_the_next_hour_uses_up_no_try() {
        queue(3);

        deliverWithTwoPerHour();

        assertThat(message("3")).returns(Status.QUEUED, Message::status).returns(0, Message::attempts);
    }

    @Test
    void an_hour_later_the_others_leave() {
        queue(3);
        Delivery two = deliverWithTwoPerHour();
        pass(HOUR);

        two.deliverDue(network);

        assertThat(message("3").status()).isEqualTo(Status.SENT);
    }

    @Test
    void the_operator_is_alarmed_once_an_hour(CapturedOutput output) {
        queue(3);
        Delivery two = deliverWithTwoPerHour();

        two.deliverDue(network);
        two.deliverDue(network);

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("sms-budget"))
                .hasSize(1);
    }

    @Test
    void the_alarm_is_counted() {
        queue(3);

        deliverWithTwoPerHour();

        assertThat(metrics.counter("onboarding.message.alarms", "alarm", "sms-budget")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void the_sms_of_an_hour_do_not_hold_up_the_mails() {
        queue(2);
        Delivery two = deliverWithTwoPerHour();
        dossier.correctEmail(EMAIL, Instant.EPOCH);
        outbox.queue(dossier, MessagePurpose.ACCOUNT_ACTIVATED, "once");
        RecordingTransport mail = RecordingTransport.taking(Channel.EMAIL);

        two.deliverDue(mail);

        assertThat(mail.tried()).hasSize(1);
    }

    // ---- To the students of a university's file

    @Test
    void each_hour_has_its_share_for_the_students_of_files() {
        SmsLimits limits = limits(TWO_OF_FILES_PER_HOUR);

        queue("1");
        assertThat(limits.turn()).isEqualTo(time.now());
        queue("2");
        assertThat(limits.turn()).isEqualTo(time.now().plus(HOUR));
        queue("3");
        queue("4");
        assertThat(limits.turn()).isEqualTo(time.now().plus(HOUR).plus(HOUR));
    }

    @Test
    void the_share_of_an_hour_is_used_by_what_was_sent_in_it() {
        SmsLimits limits = limits(TWO_OF_FILES_PER_HOUR);
        queue(2);
        deliver();

        assertThat(limits.turn()).isEqualTo(time.now().plus(HOUR));
        pass(HOUR);
        assertThat(limits.turn()).isEqualTo(time.now());
    }

    @Test
    void who_asks_alone_does_not_wait_behind_a_file() {
        Outbox outbox = outbox(TWO_OF_FILES_PER_HOUR);
        for (int student = 0; student < 5; student++) {
            queue(outbox, dossiers.open(CodeRequests.freshOfCohort()), "1");
        }
        queue(outbox, dossier, "1");

        deliver();

        assertThat(network.tried())
                .extracting(Envelope::id)
                .hasSize(3)
                .contains(message("1").id());
    }

    @Test
    void once_a_student_of_a_file_has_a_code_another_is_sent_at_once() {
        Outbox outbox = outbox(TWO_OF_FILES_PER_HOUR);
        dossier = dossiers.open(CodeRequests.freshOfCohort());
        queue(outbox, dossier, "1");
        queue(2);
        queue(outbox, dossier, "3");

        assertThat(message("3").nextAttemptAt()).isEqualTo(message("3").queuedAt());
    }

    private static void queue(Outbox outbox, Dossier student, String occasion) {
        outbox.queue(student, MessagePurpose.PROVISIONAL_CODE, occasion, CODE, "14 mars");
    }

    private Outbox outbox(Map<String, ?> changed) {
        return new Outbox(repository, rows, payloads, cipher, texts, limits(changed), events, clock);
    }

    private Delivery deliverWithTwoPerHour() {
        Delivery two = delivery(Map.of("onboarding.message.sms-limits.most-per-hour", 2));
        two.deliverDue(network);
        return two;
    }

    private void queueAndDeliverOnePerHour(int number) {
        for (int i = 1; i <= number; i++) {
            queue("" + i);
            deliver();
            pass(HOUR);
        }
    }

    private void useNumber(String number) {
        dossier.giveContactDetails(EMAIL, new MobileNumber(number), time.now());
    }

    private void deliver() {
        delivery(Map.of()).deliverDue(network);
    }

    private Delivery delivery(Map<String, ?> changed) {
        MessageSettings limited = Defaults.messageSettings(changed);
        return new Delivery(
                repository, payloads, breaker, channels, pace, limits(changed), undelivered, counted, limited, clock);
    }

    private SmsLimits limits(Map<String, ?> changed) {
        return new SmsLimits(repository, new Alarm(metrics, clock), Defaults.messageSettings(changed), clock);
    }
}
