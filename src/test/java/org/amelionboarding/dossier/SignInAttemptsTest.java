package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A4, A12, A13 */
@SpringBootTest
@ActiveProfiles("test")
class SignInAttemptsTest {

    private static final Instant START = Time.START;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String HOME = "home";

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Time time;

    private final Nir nir = Nir.of(Students.freshNir());
    private final String name = SignInAttempts.nameOf(nir);

    @BeforeEach
    void begin() {
        time.stop();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    // ---- From one place

    @Test
    void four_failures_cause_no_wait() {
        fail(HOME, 4);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void the_fifth_failure_causes_half_a_minute() {
        fail(HOME, 5);

        assertThat(begin(HOME)).contains(START.plusSeconds(30));
    }

    @Test
    void a_refused_try_does_not_lengthen_the_wait() {
        fail(HOME, 5);
        begin(HOME);

        assertThat(begin(HOME)).contains(START.plusSeconds(30));
    }

    @Test
    void the_wait_ends_when_told() {
        fail(HOME, 5);
        time.stopAt(START.plusSeconds(30));

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void the_wait_grows_to_an_hour_and_no_further() {
        failWithPatience(HOME, 14);

        assertThat(begin(HOME)).contains(time.now().plus(Duration.ofHours(1)));
    }

    @Test
    void a_right_try_ends_what_counts_against_its_place() {
        fail(HOME, 4);
        begin(HOME);
        attempts.succeeded(name, HOME);
        fail(HOME, 4);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void a_try_that_was_not_looked_at_does_not_count() {
        fail(HOME, 4);
        begin(HOME);
        attempts.takeBack(name, HOME);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void after_a_try_that_was_not_looked_at_the_others_still_count() {
        fail(HOME, 4);
        begin(HOME);
        attempts.takeBack(name, HOME);
        fail(HOME, 1);

        assertThat(begin(HOME)).isPresent();
    }

    @Test
    void a_place_whose_only_try_was_not_looked_at_has_not_failed() {
        failFromEverywhere(25);
        begin(HOME);
        attempts.takeBack(name, HOME);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void the_end_of_the_wait_can_be_asked_without_a_try() {
        fail(HOME, 4);
        attempts.waitsUntil(name, HOME);
        assertThat(attempts.waitsUntil(name, HOME)).isEmpty();
        fail(HOME, 1);

        assertThat(attempts.waitsUntil(name, HOME)).contains(START.plusSeconds(30));
    }

    @Test
    void failures_count_for_a_day() {
        fail(HOME, 4);
        time.stopAt(START.plus(WINDOW));
        fail(HOME, 4);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void a4_of_many_tries_at_the_same_time_five_are_looked_at() {
        List<Optional<Instant>> waits = Together.times(20, () -> begin(HOME));

        assertThat(waits).filteredOn(Optional::isEmpty).hasSize(5);
    }

    @Test
    void of_many_tries_after_a_wait_one_is_looked_at() {
        fail(HOME, 5);
        time.stopAt(START.plusSeconds(30));

        List<Optional<Instant>> waits = Together.times(20, () -> begin(HOME));

        assertThat(waits).filteredOn(Optional::isEmpty).hasSize(1);
    }

    // ---- From everywhere

    @Test
    void up_to_twenty_five_failures_every_place_has_its_own_tries() {
        failFromEverywhere(24);

        assertThat(begin("place 0")).isEmpty();
    }

    @Test
    void after_twenty_five_failures_a_place_that_failed_waits_for_the_end_of_its_day() {
        failFromEverywhere(25);

        assertThat(begin("place 0")).contains(START.plus(WINDOW));
    }

    @Test
    void after_twenty_five_failures_a_place_without_one_has_its_try() {
        failFromEverywhere(25);

        assertThat(begin(HOME)).isEmpty();
    }

    @Test
    void after_twenty_five_failures_each_place_has_one_try_only() {
        failFromEverywhere(25);
        fail(HOME, 1);

        assertThat(begin(HOME)).contains(START.plus(WINDOW));
    }

    @Test
    void the_day_of_a_place_begins_with_its_first_failure() {
        failFromEverywhere(25);
        time.stopAt(START.plus(Duration.ofHours(3)));
        fail(HOME, 1);

        assertThat(begin(HOME)).contains(START.plus(Duration.ofHours(27)));
    }

    @Test
    void a_wait_of_its_own_that_lasts_longer_than_the_day_goes_on() {
        failWithPatience(HOME, 12);
        time.stopAt(START.plus(WINDOW).minusSeconds(1));
        fail(HOME, 1);
        failFromEverywhere(25);

        assertThat(begin(HOME)).contains(time.now().plus(Duration.ofHours(1)));
    }

    @Test
    void the_wait_for_the_end_of_the_day_ends_when_told() {
        failFromEverywhere(25);
        time.stopAt(START.plus(WINDOW));

        assertThat(begin("place 0")).isEmpty();
    }

    @Test
    void others_do_not_wait() {
        failFromEverywhere(25);

        assertThat(attempts.begin("somebody else", "place 0")).isEmpty();
    }

    // ---- What is kept

    @Test
    void an_advisor_can_end_all_waits_of_a_student() {
        failFromEverywhere(25);
        fail(HOME, 1);
        attempts.forget(nir);

        assertThat(begin(HOME)).isEmpty();
        assertThat(begin("place 0")).isEmpty();
    }

    @Test
    void nothing_of_yesterday_is_kept() {
        fail(HOME, 3);
        time.stopAt(START.plus(WINDOW));
        attempts.begin("somebody else", HOME);

        assertThat(jdbc.sql("select count(*) from sign_in_failure where since <= ?")
                        .param(Timestamp.from(START))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Optional<Instant> begin(String place) {
        return attempts.begin(name, place);
    }

    private void fail(String place, int times) {
        IntStream.range(0, times).forEach(n -> assertThat(begin(place)).isEmpty());
    }

    /** Each time when the wait is over. */
    private void failWithPatience(String place, int times) {
        for (int failures = 0; failures < times; ) {
            Optional<Instant> wait = begin(place);
            wait.ifPresent(time::stopAt);
            failures += wait.isPresent() ? 0 : 1;
        }
    }

    private void failFromEverywhere(int times) {
        IntStream.range(0, times).forEach(n -> fail("place " + n, 1));
    }
}
