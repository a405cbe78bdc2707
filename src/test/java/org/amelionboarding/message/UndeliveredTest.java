package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.amelionboarding.Time;
import org.amelionboarding.message.Message.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of a message that was given up, and what happens if nobody can hear it. */
class UndeliveredTest extends SendingTest {

    @BeforeEach
    void queueOne() {
        queue("1");
    }

    @Test
    void a_message_refused_for_good_is_told() {
        deliver(refusing());

        assertThat(news.heard()).containsExactly(undeliverable());
    }

    @Test
    void a_message_is_told_after_its_last_try() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, BUSY);

        deliverUntilGivenUp(network);

        assertThat(news.heard()).containsExactly(undeliverable());
    }

    @Test
    void a_message_twice_without_answer_is_told() {
        deliverUntilGivenUp(RecordingTransport.refusing(Channel.SMS, SILENT));

        assertThat(news.heard()).contains(undeliverable());
    }

    @Test
    void a_message_that_may_go_later_is_not_told() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));

        assertThat(news.heard()).isEmpty();
    }

    @Test
    void a_message_that_expired_is_not_told() {
        outbox.queueUntil(Time.START, dossier, MessagePurpose.PROVISIONAL_CODE, "2", CODE, "14 mars");

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(news.heard()).isEmpty();
    }

    @Test
    void a_message_is_told_once() {
        deliver(refusing());
        pass(Duration.ofDays(1));

        deliver(refusing());

        assertThat(news.heard()).hasSize(1);
    }

    @Test
    void a_listener_that_fails_does_not_undo_what_became_of_the_message() {
        news.breakDown();

        deliver(refusing());

        assertThat(message("1"))
                .returns(Status.FAILED, Message::status)
                .returns("SMPP_0x0000000B", Message::error)
                .returns(null, Message::payload);
    }

    @Test
    void a_listener_that_fails_does_not_hold_up_the_next_message() {
        queue("2");
        news.breakDown();
        String first = message("1").id();

        deliver(new RecordingTransport(Channel.SMS, envelope -> {
            if (envelope.id().equals(first)) {
                throw UNKNOWN_NUMBER;
            }
        }));

        assertThat(message("2").status()).isEqualTo(Status.SENT);
    }

    @Test
    void a_listener_that_failed_is_told_again_later() {
        news.breakDown();
        deliver(refusing());
        news.mend();
        pass(settings.delivery().longestProbe());

        deliver(refusing());

        assertThat(news.heard()).containsExactly(undeliverable());
    }

    @Test
    void a_listener_that_failed_is_not_asked_at_each_round() {
        news.breakDown();
        deliver(refusing());
        news.mend();

        deliver(refusing());

        assertThat(news.heard()).isEmpty();
    }

    private void deliverUntilGivenUp(RecordingTransport network) {
        while (message("1").status() == Status.QUEUED) {
            // Longer than any wait of the settings, or of a channel.
            pass(Duration.ofHours(13));
            deliver(network);
        }
    }

    private static RecordingTransport refusing() {
        return RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER);
    }

    private Undeliverable undeliverable() {
        return new Undeliverable(dossier.number(), MessagePurpose.PROVISIONAL_CODE);
    }
}
