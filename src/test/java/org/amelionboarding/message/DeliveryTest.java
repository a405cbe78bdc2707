package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.message.Message.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DeliveryTest extends SendingTest {

    /** What an exception of a library may quote. */
    private static final IllegalStateException BROKEN = new IllegalStateException("no route to " + CodeRequests.MOBILE);

    @BeforeEach
    void queueOne() {
        outbox.queue(dossier, MessagePurpose.PROVISIONAL_CODE, "1", CODE, "14 mars");
    }

    // ---- Taken

    @Test
    void a_message_that_was_taken_is_sent() {
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_message_that_was_taken_leaves_nothing_to_read() {
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().payload()).isNull();
    }

    @Test
    void a_message_that_was_taken_is_not_sent_again() {
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);
        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    @Test
    void a_message_is_sent_by_the_clock_of_the_application() {
        moveTo(Time.START.plus(Duration.ofDays(2)));

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().sentAt()).isEqualTo(Time.START.plus(Duration.ofDays(2)));
    }

    @Test
    void a_message_waits_for_the_transport_of_its_channel() {
        RecordingTransport mail = RecordingTransport.taking(Channel.EMAIL);

        deliver(mail);

        assertThat(mail.tried()).isEmpty();
    }

    @Test
    void more_messages_than_one_round_fetches_are_all_sent() {
        for (int i = 2; i <= 45; i++) {
            queue("" + i);
        }
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);

        assertThat(network.tried()).hasSize(45);
    }

    // ---- Refused for good

    @Test
    void what_will_be_refused_again_fails_at_once() {
        deliver(RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER));

        assertThat(message().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_failed_message_says_why_in_a_code() {
        deliver(RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER));

        assertThat(message().error()).isEqualTo("SMPP_0x0000000B");
    }

    @Test
    void a_failed_message_leaves_nothing_to_read() {
        deliver(RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER));

        assertThat(message().payload()).isNull();
    }

    @Test
    void a_failed_message_is_not_tried_again() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER);
        deliver(network);
        moveTo(Time.START.plus(Duration.ofDays(30)));

        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    // ---- Refused for now

    @Test
    void what_may_go_later_stays_queued() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void a_message_that_waits_keeps_its_text() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().payload()).isNotNull();
    }

    @Test
    void the_wait_is_that_of_the_settings_varied_by_half() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().nextAttemptAt())
                .isBetween(
                        Time.START.plus(firstWait().dividedBy(2)),
                        Time.START.plus(firstWait().multipliedBy(3).dividedBy(2)));
    }

    @Test
    void not_all_messages_wait_equally_long() {
        for (int i = 2; i <= 20; i++) {
            queue("" + i);
        }

        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(jdbc.sql("select distinct next_attempt_at from message")
                        .query()
                        .listOfRows())
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_message_is_not_tried_before_its_time() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, BUSY);
        deliver(network);
        moveTo(message().nextAttemptAt().minus(MILLISECOND));

        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    @Test
    void a_message_is_tried_again_at_its_time() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));
        moveTo(message().nextAttemptAt());

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_message_that_left_in_the_end_has_no_error() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));
        moveTo(message().nextAttemptAt());

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().error()).isNull();
    }

    @Test
    void every_try_bears_the_same_id() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, BUSY);

        deliverUntilGivenUp(network);

        assertThat(network.tried())
                .extracting(Envelope::id)
                .containsOnly(message().id());
    }

    @Test
    void there_is_one_try_more_than_waits() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, BUSY);

        deliverUntilGivenUp(network);

        assertThat(network.tried()).hasSize(settings.delivery().retries().size() + 1);
    }

    @Test
    void tries_are_counted() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));
        moveTo(message().nextAttemptAt());

        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().attempts()).isEqualTo(2);
    }

    @Test
    void after_the_last_try_a_message_failed() {
        deliverUntilGivenUp(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_message_that_was_given_up_leaves_nothing_to_read() {
        deliverUntilGivenUp(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(message().payload()).isNull();
    }

    @Test
    void an_unforeseen_exception_counts_as_a_failure_for_now() {
        deliver(breaking());

        assertThat(message().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void an_unforeseen_exception_is_not_quoted_in_the_row() {
        deliver(breaking());

        assertThat(message().error()).isEqualTo("IllegalStateException");
    }

    @Test
    void no_failure_brings_an_address_or_a_text_into_the_log(CapturedOutput output) {
        deliverUntilGivenUp(breaking());

        assertThat(output.getOut()).doesNotContain(CodeRequests.MOBILE.substring(1), CODE);
    }

    @Test
    void one_message_that_fails_does_not_hold_up_the_next() {
        queue("2");
        String first = message("1").id();
        RecordingTransport network = new RecordingTransport(Channel.SMS, envelope -> {
            if (envelope.id().equals(first)) {
                throw BROKEN;
            }
        });

        deliver(network);

        assertThat(message("2").status()).isEqualTo(Status.SENT);
    }

    // ---- Not known whether taken

    @Test
    void a_message_without_answer_is_sent_again() {
        deliver(RecordingTransport.refusing(Channel.SMS, SILENT));
        moveTo(Time.START.plus(settings.delivery().longestProbe()));

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_message_twice_without_answer_is_given_up() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, SILENT);

        deliverUntilGivenUp(network);

        assertThat(network.tried()).hasSize(2);
    }

    @Test
    void a_failure_in_between_does_not_make_a_message_without_answer_go_a_third_time() {
        Iterator<DeliveryException> answers = List.of(SILENT, BUSY, SILENT).iterator();
        RecordingTransport network = new RecordingTransport(Channel.SMS, envelope -> {
            throw answers.next();
        });

        deliverUntilGivenUp(network);

        assertThat(network.tried()).hasSize(3);
    }

    // ---- Expired

    @Test
    void what_has_expired_is_not_sent() {
        queueUntil("2", Time.START.plus(firstWait()));
        moveTo(Time.START.plus(firstWait()));
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);

        assertThat(network.tried())
                .extracting(Envelope::id)
                .doesNotContain(message("2").id());
    }

    @Test
    void what_has_expired_is_dropped_and_says_why() {
        queueUntil("2", Time.START);

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message("2")).returns(Status.DROPPED, Message::status).returns("EXPIRED", Message::error);
    }

    @Test
    void what_has_expired_leaves_nothing_to_read() {
        queueUntil("2", Time.START);

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message("2").payload()).isNull();
    }

    @Test
    void what_has_not_expired_yet_is_sent() {
        queueUntil("2", Time.START.plus(MILLISECOND));

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message("2").status()).isEqualTo(Status.SENT);
    }

    @Test
    void what_expires_while_the_one_before_is_being_sent_is_not_sent() {
        queueUntil("2", Time.START.plus(firstWait()));
        RecordingTransport slow = new RecordingTransport(Channel.SMS, envelope -> moveTo(Time.START.plus(firstWait())));

        deliver(slow);

        assertThat(message("2").status()).isEqualTo(Status.DROPPED);
    }

    @Test
    void what_has_expired_is_dropped_also_while_the_channel_is_down() {
        queueUntil("2", Time.START.plus(MILLISECOND));
        deliver(RecordingTransport.refusing(Channel.SMS, UNREACHABLE));
        moveTo(Time.START.plus(MILLISECOND));

        deliver(RecordingTransport.refusing(Channel.SMS, UNREACHABLE));

        assertThat(message("2").status()).isEqualTo(Status.DROPPED);
    }

    private void queueUntil(String occasion, Instant end) {
        outbox.queueUntil(end, dossier, MessagePurpose.PROVISIONAL_CODE, occasion, CODE, "14 mars");
    }

    // ---- Two at once: the second worker comes while the first is in the middle of sending

    @Test
    void two_workers_send_a_message_once() {
        RecordingTransport second = RecordingTransport.taking(Channel.SMS);

        deliver(new RecordingTransport(Channel.SMS, envelope -> deliver(second)));

        assertThat(second.tried()).isEmpty();
    }

    @Test
    void a_worker_with_an_old_list_leaves_out_what_was_sent_meanwhile() {
        queue("2");
        RecordingTransport second = RecordingTransport.taking(Channel.SMS);
        RecordingTransport first = new RecordingTransport(Channel.SMS, envelope -> deliver(second));

        deliver(first);

        assertThat(first.tried()).hasSize(1);
    }

    @Test
    void a_worker_with_an_old_list_leaves_out_what_has_to_wait_by_now() {
        queue("2");
        RecordingTransport second = RecordingTransport.refusing(Channel.SMS, BUSY);
        RecordingTransport first = new RecordingTransport(Channel.SMS, envelope -> deliver(second));

        deliver(first);

        assertThat(first.tried()).hasSize(1);
    }

    // ---- A worker that dies, or was thought dead

    @Test
    void what_a_dead_worker_held_is_not_sent_while_its_lease_lasts() {
        die();
        moveTo(Time.START.plus(settings.delivery().lease()).minus(MILLISECOND));
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);

        assertThat(network.tried()).isEmpty();
    }

    @Test
    void what_a_dead_worker_held_is_sent_when_its_lease_is_over() {
        die();
        moveTo(Time.START.plus(settings.delivery().lease()));

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(message().status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_copy_sent_after_a_crash_bears_the_same_id_and_text() {
        List<Envelope> before = die().tried();
        moveTo(Time.START.plus(settings.delivery().lease()));
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);

        assertThat(network.tried()).isEqualTo(before);
    }

    @Test
    void a_late_failure_does_not_undo_what_another_worker_has_sent() {
        deliver(failingLate(UNKNOWN_NUMBER));

        assertThat(message().status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_late_failure_leaves_no_error_on_what_another_worker_has_sent() {
        deliver(failingLate(BUSY));

        assertThat(message().error()).isNull();
    }

    /** Its first worker hangs beyond the lease, a second one sends the message, then the first one fails. */
    private RecordingTransport failingLate(DeliveryException failure) {
        return new RecordingTransport(Channel.SMS, envelope -> {
            moveTo(Time.START.plus(settings.delivery().lease()));
            deliver(RecordingTransport.taking(Channel.SMS));
            throw failure;
        });
    }

    private RecordingTransport die() {
        RecordingTransport deadly = new RecordingTransport(Channel.SMS, envelope -> {
            throw new ThreadDeath();
        });
        assertThatThrownBy(() -> deliver(deadly)).isInstanceOf(ThreadDeath.class);
        return deadly;
    }

    private static RecordingTransport breaking() {
        return new RecordingTransport(Channel.SMS, envelope -> {
            throw BROKEN;
        });
    }

    private void deliverUntilGivenUp(RecordingTransport network) {
        while (message().status() == Status.QUEUED) {
            // Longer than any wait of the settings, or of a channel.
            pass(Duration.ofHours(13));
            deliver(network);
        }
    }

    private Message message() {
        return message("1");
    }

    private Duration firstWait() {
        return settings.delivery().retries().get(0);
    }
}
