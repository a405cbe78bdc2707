package org.amelionboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.amelionboarding.Defaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a busy session lasts (A17). */
class OpenSessionsTest {

    private static final Duration LONGEST = Duration.ofHours(8);

    private final MovableClock clock = new MovableClock();
    private final OpenSessions sessions = new OpenSessions(Defaults.settings(), clock);

    @BeforeEach
    void signIn() {
        sessions.registerNewSession("session", "student");
    }

    @Test
    void a_session_lasts_almost_eight_hours() {
        clock.pass(LONGEST.minusMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isFalse();
    }

    @Test
    void a_session_ends_after_eight_hours() {
        clock.pass(LONGEST);

        assertThat(sessions.getSessionInformation("session").isExpired()).isTrue();
    }

    @Test
    void using_a_session_does_not_lengthen_it() {
        clock.pass(LONGEST.minusMillis(1));
        sessions.refreshLastRequest("session");
        clock.pass(Duration.ofMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isTrue();
    }

    @Test
    void a_session_that_is_signed_in_to_again_lasts_as_long_again() {
        clock.pass(LONGEST.minusMillis(1));
        sessions.registerNewSession("session", "another student");
        clock.pass(LONGEST.minusMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isFalse();
    }

    @Test
    void a_session_that_is_over_is_forgotten() {
        sessions.removeSessionInformation("session");

        assertThat(sessions.getSessionInformation("session")).isNull();
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2027-03-01T09:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

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
            throw new UnsupportedOperationException();
        }
    }
}
