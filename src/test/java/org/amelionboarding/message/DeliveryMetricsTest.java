package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.amelionboarding.message.Backlog.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator sees of three messages. The counters belong to all tests of this context: each tells the difference. */
class DeliveryMetricsTest extends SendingTest {

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private Backlog backlog;

    private double sent;
    private double failed;
    private double dropped;
    private double seconds;

    @BeforeEach
    void queueThree() {
        queue(3);
        sent = ended("sent", "none");
        dropped = ended("dropped", "expired");
        seconds = latency();
    }

    @Test
    void messages_that_were_taken_are_counted() {
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(ended("sent", "none") - sent).isEqualTo(3);
    }

    @Test
    void their_latency_is_the_time_since_they_could_leave() {
        jdbc.sql("update message set due_at = due_at + interval '10' second").update();
        moveTo(time.now().plusSeconds(70).minusMillis(3));

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(latency() - seconds).isBetween(179.9, 180.1);
    }

    @ParameterizedTest
    @CsvSource({"SMPP_0x0000000B, permanent", "SMPP_0x00000008, passing", "SMPP_TIMEOUT, unknown"})
    void messages_that_were_given_up_are_counted_by_what_failed_last(String code, String reason) {
        failed = ended("failed", reason);

        deliverUntilAllAreGivenUp(failure(code));

        assertThat(ended("failed", reason) - failed).isEqualTo(3);
    }

    @Test
    void messages_that_have_expired_are_counted() {
        jdbc.sql("update message set expires_at = due_at").update();

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(ended("dropped", "expired") - dropped).isEqualTo(3);
    }

    @Test
    void a_message_that_waits_for_another_try_is_not_at_its_end() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(ended("sent", "none") - sent).isZero();
    }

    @Test
    void the_backlog_tells_how_many_wait_and_for_how_long() {
        pass(Duration.ofMinutes(1).minusMillis(3));

        assertThat(backlog.waiting()).containsEntry(Channel.SMS, new Waiting(3, Duration.ofMinutes(1)));
    }

    @Test
    void a_message_that_waits_for_another_try_waits_since_it_could_leave() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(backlog.waiting().get(Channel.SMS).messages()).isEqualTo(3);
    }

    @Test
    void a_message_that_may_not_leave_yet_does_not_wait() {
        jdbc.sql("update message set due_at = due_at + interval '1' day").update();

        assertThat(backlog.waiting()).isEmpty();
    }

    @Test
    void when_all_were_taken_nothing_waits() {
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(backlog.waiting()).isEmpty();
    }

    @Test
    void the_first_code_that_leaves_is_noted_for_the_funnel() {
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(jdbc.sql("select count(*) from dossier where number = ? and code_sent_at is not null")
                        .param(dossier.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void deliverUntilAllAreGivenUp(DeliveryException failure) {
        for (int round = 0; round < 60; round++) {
            deliver(RecordingTransport.refusing(Channel.SMS, failure));
            pass(Duration.ofHours(12));
        }
    }

    private static DeliveryException failure(String code) {
        return java.util.stream.Stream.of(BUSY, UNKNOWN_NUMBER, SILENT)
                .filter(failure -> failure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private double ended(String outcome, String reason) {
        return metrics.get("onboarding.messages")
                .tags("channel", "sms", "outcome", outcome, "reason", reason)
                .counter()
                .count();
    }

    private double latency() {
        return metrics.get("onboarding.message.latency")
                .tag("channel", "sms")
                .timer()
                .totalTime(TimeUnit.SECONDS);
    }
}
