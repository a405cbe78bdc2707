package org.amelionboarding.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.amelionboarding.Defaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten mails and five SMS a second, in rounds two seconds apart: the settings when nobody sets anything. */
class PaceTest {

    private static final int MANY = 10_000;

    private final MovedClock clock = new MovedClock();
    private final Pace pace = new Pace(Defaults.messageSettings(), clock);

    @ParameterizedTest
    @CsvSource({"EMAIL, 20", "SMS, 10"})
    void a_round_sends_what_came_together_since_the_last_one(Channel channel, int most) {
        assertThat(sent(channel)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, 36000", "SMS, 18000"})
    void an_hour_sends_no_more_than_its_seconds_allow(Channel channel, int most) {
        sent(channel);

        int sent = IntStream.range(0, 1800)
                .map(round -> {
                    clock.move(Duration.ofSeconds(2));
                    return sent(channel);
                })
                .sum();

        assertThat(sent).isEqualTo(most);
    }

    @Test
    void idle_time_is_not_saved_up() {
        sent(Channel.EMAIL);
        clock.move(Duration.ofDays(1));

        assertThat(sent(Channel.EMAIL)).isEqualTo(20);
    }

    @Test
    void the_channels_do_not_take_from_each_other() {
        sent(Channel.EMAIL);

        assertThat(pace.lets(Channel.SMS)).isTrue();
    }

    @Test
    void a_clock_that_was_set_back_does_not_stop_the_messages() {
        sent(Channel.EMAIL);
        clock.move(Duration.ofHours(-1));
        sent(Channel.EMAIL);

        clock.move(Duration.ofSeconds(1));

        assertThat(sent(Channel.EMAIL)).isEqualTo(10);
    }

    /** As many as may leave now. */
    private int sent(Channel channel) {
        int sent = 0;
        while (sent < MANY && pace.lets(channel)) {
            sent++;
        }
        return sent;
    }

    private static class MovedClock extends Clock {

        private Instant now = Instant.parse("2027-03-01T09:00:00Z");

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
