package org.amelionboarding.monitoring;

import static org.amelionboarding.monitoring.Reason.LOCKED;
import static org.amelionboarding.monitoring.Reason.NO_ACTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Which dossiers somebody should look at. Each test looks for dossiers of its own only. */
@SpringBootTest
@ActiveProfiles("test")
class AttentionTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private Attention attention;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Time time;

    private String dossier;

    @BeforeEach
    void stop_the_clock_and_open_a_dossier() {
        time.stop();
        dossier = dossiers.open(CodeRequests.fresh()).number();
    }

    @AfterEach
    void give_the_time_back() {
        dossiers.close(dossier, Closure.ABANDONED);
        time.goOn();
    }

    @Test
    void who_has_done_nothing_for_a_week_needs_attention() {
        time.stopAt(Time.START.plus(WEEK));

        assertThat(reasons()).containsExactly(NO_ACTION);
    }

    @Test
    void who_has_done_something_within_the_week_does_not() {
        time.stopAt(Time.START.plus(WEEK).minusSeconds(1));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void who_waits_for_the_card_does_not() {
        dossiers.change(dossier, waiting -> waiting.assess(Readiness.WAIT_FOR_CARD, time.now()));
        time.stopAt(Time.START.plus(WEEK));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void who_has_an_active_account_does_not() {
        dossiers.change(dossier, active -> active.activate(time.now()));
        time.stopAt(Time.START.plus(WEEK));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void five_wrong_codes_lock_and_four_do_not() {
        secrets.issueProvisionalCode(dossier);
        tryInVain(4);
        assertThat(reasons()).isEmpty();

        tryInVain(1);
        assertThat(reasons()).containsExactly(LOCKED);
    }

    @Test
    void the_list_tells_where_the_student_stands() {
        time.stopAt(Time.START.plus(WEEK));

        assertThat(attention.look(null, 1).stuck())
                .filteredOn(stuck -> stuck.number().equals(dossier))
                .singleElement()
                .satisfies(stuck -> assertThat(stuck.standing()).isEqualTo(Standing.CODE_ON_ITS_WAY))
                .satisfies(stuck -> assertThat(stuck.since()).isEqualTo(Time.START));
    }

    private void tryInVain(int times) {
        for (int i = 0; i < times; i++) {
            secrets.useProvisionalCode(dossier, "00000000", "somewhere");
        }
    }

    private List<Reason> reasons() {
        return attention.look(null, 1).stuck().stream()
                .filter(stuck -> stuck.number().equals(dossier))
                .flatMap(stuck -> stuck.causes().stream())
                .map(Cause::reason)
                .toList();
    }
}
