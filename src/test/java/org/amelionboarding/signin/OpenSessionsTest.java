package org.amelionboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.amelionboarding.Defaults;
import org.amelionboarding.web.Stillness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;

/** How long a session lasts (A17). */
class OpenSessionsTest {

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final MovableClock clock = new MovableClock();
    private final Stillness stillness = new Stillness();
    private final OpenSessions sessions = new OpenSessions(Defaults.settings(), fifteenMinutes(), clock, stillness);

    @BeforeEach
    void signIn() {
        sessions.registerNewSession("session", "student");
    }

    @Test
    void a17_a_session_lasts_almost_eight_hours() {
        clock.pass(LONGEST.minusMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isFalse();
    }

    @Test
    void a17_a_session_ends_after_eight_hours() {
        clock.pass(LONGEST);

        assertThat(sessions.getSessionInformation("session").isExpired()).isTrue();
    }

    @Test
    void a17_using_a_session_does_not_lengthen_it() {
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

    // ---- Doing nothing

    @Test
    void an_idle_session_lasts_almost_fifteen_minutes() {
        stillness.pass(IDLE.minusMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isFalse();
    }

    @Test
    void a17_an_idle_session_ends_after_fifteen_minutes() {
        stillness.pass(IDLE);

        assertThat(sessions.getSessionInformation("session").isExpired()).isTrue();
    }

    @Test
    void a17_a_session_that_is_only_asked_for_news_is_idle() {
        stillness.pass(IDLE.minusMillis(1));
        sessions.refreshLastRequest("session");
        stillness.pass(Duration.ofMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isTrue();
    }

    @Test
    void after_an_action_it_lasts_as_long_again() {
        stillness.pass(IDLE.minusMillis(1));
        sessions.noteAction("session");
        stillness.pass(IDLE.minusMillis(1));

        assertThat(sessions.getSessionInformation("session").isExpired()).isFalse();
    }

    @Test
    void a_clock_that_jumps_is_no_idleness() {
        clock.pass(Duration.ofHours(7));

        assertThat(sessions.timeLeft("session")).contains(new TimeLeft(IDLE, Duration.ofHours(1)));
    }

    @Test
    void shortly_before_the_last_end_an_action_changes_nothing() {
        clock.pass(LONGEST.minusMinutes(5));

        assertThat(sessions.timeLeft("session")).hasValueSatisfying(left -> {
            assertThat(left.isFinal()).isTrue();
            assertThat(left.shorter()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @Test
    void an_action_in_an_unknown_session_is_none() {
        sessions.noteAction("another");

        assertThat(sessions.timeLeft("another")).isEmpty();
    }

    private static ServerProperties fifteenMinutes() {
        ServerProperties server = new ServerProperties();
        server.getServlet().getSession().setTimeout(IDLE);
        return server;
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
