package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.amelionboarding.Defaults;
import org.amelionboarding.dossier.CodeRequests;
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

/** The limits as they are when nobody sets anything, but for the tests' pace. */
@ExtendWith(OutputCaptureExtension.class)
class SmsLimitsTest extends SendingTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final PersonalEmail EMAIL = PersonalEmail.of("zofia@mailbox.example");

    @Autowired
    private DeliveryMetrics counted;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private Payloads payloads;

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
        SmsLimits limits = new SmsLimits(repository, new Alarm(metrics, clock), limited, clock);
        return new Delivery(
                repository, payloads, breaker, channels, pace, limits, undelivered, counted, limited, clock);
    }
}
