package org.amelionboarding.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.amelionboarding.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** How often an attestation can be checked. */
@SpringBootTest
@ActiveProfiles("test")
class VerificationLimitTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private static final AtomicInteger ALL = new AtomicInteger();

    @Autowired
    private VerificationLimit limit;

    @Autowired
    private Time time;

    private final String reference = anotherReference();

    private static String anotherReference() {
        return "REF-" + ALL.incrementAndGet();
    }

    @BeforeEach
    void the_clock_stands_on_a_day_of_its_own() {
        time.stopAt(Time.START.plus(Duration.ofDays(2L * ALL.get())));
    }

    @AfterEach
    void let_time_go_on() {
        time.goOn();
    }

    private boolean isRefused(String from) {
        return limit.begin(reference, from).isPresent();
    }

    private void fail(int times, String from) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.begin(reference, from)).isEmpty();
        }
    }

    @Test
    void five_wrong_dates_make_an_address_wait_for_that_reference() {
        fail(5, HERE);

        assertThat(limit.begin(reference, HERE)).contains(time.now().plusSeconds(30));
        assertThat(limit.begin(anotherReference(), HERE)).isEmpty();
    }

    @Test
    void the_wait_ends_by_itself() {
        fail(5, HERE);

        time.stopAt(time.now().plusSeconds(31));

        assertThat(isRefused(HERE)).isFalse();
    }

    @Test
    void nobody_can_lock_a_reference_for_others() {
        for (int address = 1; address <= 30; address++) {
            limit.begin(reference, "203.0.113." + address);
        }

        assertThat(isRefused("203.0.113.1")).isTrue();
        assertThat(isRefused(ELSEWHERE)).isFalse();
    }

    @Test
    void a_genuine_one_forgets_what_was_mistyped() {
        fail(4, HERE);
        limit.succeeded(reference, HERE);

        fail(5, HERE);
    }

    @Test
    void an_address_has_sixty_checks_an_hour_whatever_it_checks() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.begin(anotherReference(), HERE)).isEmpty();
        }

        assertThat(limit.begin(anotherReference(), HERE)).contains(time.now().plus(Duration.ofHours(1)));
        assertThat(isRefused(ELSEWHERE)).isFalse();

        time.stopAt(time.now().plus(Duration.ofHours(1)));
        assertThat(isRefused(HERE)).isFalse();
    }
}
