package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.message.Message.Status;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of five waiting messages when their channel takes none. */
class CircuitBreakerTest extends SendingTest {

    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(15);

    @BeforeEach
    void queueFive() {
        queue(5);
    }

    @Test
    void a_failure_of_the_channel_uses_up_no_try() {
        deliver(unreachable());

        assertThat(message("1")).returns(Status.QUEUED, Message::status).returns(0, Message::attempts);
    }

    @Test
    void after_a_failure_of_the_channel_the_others_are_not_tried() {
        RecordingTransport network = unreachable();

        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    @Test
    void while_the_channel_is_down_nothing_is_tried_before_the_wait_is_over() {
        deliver(unreachable());
        moveTo(probeAt().minus(MILLISECOND));
        RecordingTransport network = unreachable();

        deliver(network);

        assertThat(network.tried()).isEmpty();
    }

    @Test
    void when_the_wait_is_over_one_single_message_is_tried() {
        deliver(unreachable());
        moveTo(probeAt());
        RecordingTransport network = unreachable();

        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    @Test
    void a_probe_uses_up_no_try_either() {
        probe(unreachable(), 40);

        assertThat(tries()).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "5, PT8M", "6, PT10M", "60, PT10M"})
    void the_waits_grow_to_the_longest_each_varied_by_half(int failures, Duration wait) {
        probe(unreachable(), failures);

        assertThat(Duration.between(time.now(), probeAt()))
                .isBetween(wait.dividedBy(2), wait.multipliedBy(3).dividedBy(2));
    }

    @Test
    void the_first_success_opens_the_channel_for_all() {
        deliver(unreachable());
        moveTo(probeAt());

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(statuses()).containsOnly("SENT");
    }

    @Test
    void a_refusal_of_the_message_shows_that_the_channel_works() {
        deliver(unreachable());
        moveTo(probeAt());

        deliver(RecordingTransport.refusing(Channel.SMS, UNKNOWN_NUMBER));

        assertThat(statuses()).containsOnly("FAILED");
    }

    @Test
    void after_an_outage_the_waits_begin_anew() {
        probe(unreachable(), 5);
        moveTo(probeAt());
        deliver(RecordingTransport.taking(Channel.SMS));
        queue("6");

        deliver(unreachable());

        assertThat(Duration.between(time.now(), probeAt())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void the_next_probe_is_another_message_so_that_none_can_keep_the_others_back() {
        RecordingTransport network = unreachable();

        probe(network, 5);

        assertThat(network.tried())
                .extracting(Envelope::id)
                .containsExactlyElementsOf(idsOf(List.of("1", "2", "3", "4", "5")));
    }

    @Test
    void those_that_waited_leave_in_the_order_in_which_they_came() {
        deliver(unreachable());
        moveTo(probeAt());
        RecordingTransport network = RecordingTransport.taking(Channel.SMS);

        deliver(network);

        assertThat(network.tried())
                .extracting(Envelope::id)
                .containsExactlyElementsOf(idsOf(List.of("2", "3", "4", "5", "1")));
    }

    @Test
    void what_had_failed_before_the_outage_keeps_its_tries() {
        deliver(RecordingTransport.refusing(Channel.SMS, BUSY));
        pass(LONGER_THAN_ANY_WAIT);

        probe(unreachable(), 10);

        assertThat(message("1").attempts()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_keeps_silent_is_down_so_that_not_every_message_loses_its_resend_on_it() {
        RecordingTransport network = RecordingTransport.refusing(Channel.SMS, SILENT);

        deliver(network);

        assertThat(network.tried()).hasSize(1);
    }

    @Test
    void a_channel_that_is_down_does_not_hold_up_the_other() {
        deliver(unreachable());
        dossier.correctEmail(PersonalEmail.of("zofia@mailbox.example"), Instant.EPOCH);
        outbox.queue(dossier, MessagePurpose.ACCOUNT_ACTIVATED, "once");
        RecordingTransport mail = RecordingTransport.taking(Channel.EMAIL);

        deliver(mail);

        assertThat(mail.tried()).hasSize(1);
    }

    // ---- Several workers or nodes: the second one comes while the first is in the middle of sending

    @Test
    void of_several_workers_one_has_the_probe() {
        deliver(unreachable());
        moveTo(probeAt());
        RecordingTransport second = RecordingTransport.taking(Channel.SMS);

        deliver(new RecordingTransport(Channel.SMS, envelope -> {
            deliver(second);
            throw UNREACHABLE;
        }));

        assertThat(second.tried()).isEmpty();
    }

    @Test
    void a_probe_whose_worker_died_is_free_again_when_its_lease_is_over() {
        deliver(unreachable());
        moveTo(probeAt());
        assertThatThrownBy(() -> deliver(new RecordingTransport(Channel.SMS, envelope -> {
                    throw new ThreadDeath();
                })))
                .isInstanceOf(ThreadDeath.class);
        pass(settings.delivery().lease());

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(statuses()).containsOnly("SENT");
    }

    @Test
    void two_workers_that_fail_at_the_same_time_do_not_lengthen_the_wait() {
        deliver(new RecordingTransport(Channel.SMS, envelope -> {
            deliver(unreachable());
            throw UNREACHABLE;
        }));

        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void a_message_that_another_worker_found_closed_keeps_its_place() {
        deliver(new RecordingTransport(Channel.SMS, envelope -> {
            deliver(unreachable());
            throw BUSY;
        }));

        assertThat(message("3")).returns(0, Message::attempts).returns(null, Message::leasedUntil);
    }

    @Test
    void many_workers_that_fail_together_make_one_outage() {
        eightWorkersFailTogether();

        assertThat(news.heard()).containsExactly(new ChannelDown(Channel.SMS));
    }

    @Test
    void many_workers_that_fail_together_use_up_no_try() {
        eightWorkersFailTogether();

        assertThat(tries()).containsExactly(0);
    }

    /** None fails before all are sending. */
    private void eightWorkersFailTogether() {
        CyclicBarrier allSending = new CyclicBarrier(8);
        RecordingTransport network = new RecordingTransport(Channel.SMS, envelope -> {
            meet(allSending);
            throw UNREACHABLE;
        });
        for (int i = 6; i <= 40; i++) {
            queue("" + i);
        }
        Together.times(8, () -> {
            deliver(network);
            return null;
        });
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    // ---- What the rest of the application hears

    @Test
    void an_outage_is_told_once() {
        probe(unreachable(), 10);

        assertThat(news.heard()).containsExactly(new ChannelDown(Channel.SMS));
    }

    @Test
    void the_end_of_an_outage_is_told_once() {
        probe(unreachable(), 3);
        moveTo(probeAt());

        deliver(RecordingTransport.taking(Channel.SMS));
        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(news.heard()).containsExactly(new ChannelDown(Channel.SMS), new ChannelRestored(Channel.SMS));
    }

    @Test
    void a_listener_that_fails_does_not_open_the_channel() {
        news.breakDown();

        deliver(unreachable());

        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void a_listener_that_failed_is_told_at_the_next_round() {
        news.breakDown();
        deliver(unreachable());
        news.mend();

        deliver(unreachable());

        assertThat(news.heard()).containsExactly(new ChannelDown(Channel.SMS));
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_sender() {
        probe(unreachable(), 1);
        news.breakDown();
        moveTo(probeAt());

        deliver(RecordingTransport.taking(Channel.SMS));

        assertThat(statuses()).containsOnly("SENT");
    }

    /** Meets the channel so often, each time as soon as a probe is allowed. */
    private void probe(RecordingTransport network, int times) {
        deliver(network);
        for (int i = 1; i < times; i++) {
            moveTo(probeAt());
            deliver(network);
        }
    }

    private static RecordingTransport unreachable() {
        return RecordingTransport.refusing(Channel.SMS, UNREACHABLE);
    }

    private Instant probeAt() {
        return jdbc.sql("select probe_at from message_channel where channel = 'SMS'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private int failures() {
        return jdbc.sql("select failures from message_channel where channel = 'SMS'")
                .query(Integer.class)
                .single();
    }

    private List<Integer> tries() {
        return jdbc.sql("select distinct attempts from message")
                .query(Integer.class)
                .list();
    }

    private List<String> statuses() {
        return jdbc.sql("select status from message").query(String.class).list();
    }
}
