package org.amelionboarding.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2027-03-01T09:00:00Z");
    private boolean broken;

    private final Reading<Integer> reading = new Reading<>(this::ask, new OperationsSettings(MINUTE, MINUTE), clock());

    @Test
    void many_gauges_share_one_reading() {
        read();

        assertThat(read()).isEqualTo(1);
    }

    @Test
    void a_reading_is_kept_until_it_is_too_old() {
        read();
        now = now.plus(MINUTE).minusMillis(1);

        assertThat(read()).isEqualTo(1);
    }

    @Test
    void a_reading_that_is_too_old_is_made_anew() {
        read();
        now = now.plus(MINUTE);

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_a_reading_for_ever() {
        read();
        now = now.minus(MINUTE);

        assertThat(read()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_no_number() {
        broken = true;

        assertThat(read()).isNaN();
    }

    @Test
    void what_cannot_be_read_is_not_asked_for_by_each_gauge() {
        broken = true;
        read();

        read();

        assertThat(asked).hasValue(1);
    }

    @Test
    void what_could_not_be_read_is_asked_for_again() {
        broken = true;
        read();
        broken = false;
        now = now.plus(MINUTE);

        assertThat(read()).isEqualTo(2);
    }

    private double read() {
        return reading.get(Integer::doubleValue);
    }

    private int ask() {
        asked.incrementAndGet();
        if (broken) {
            throw new IllegalStateException("no database");
        }
        return asked.get();
    }

    private Clock clock() {
        return new Clock() {

            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
