package org.amelionboarding.dossier;

import static org.amelionboarding.dossier.FunnelStep.ACTIVE;
import static org.amelionboarding.dossier.FunnelStep.CODE_SENT;
import static org.amelionboarding.dossier.FunnelStep.DETAILS_GIVEN;
import static org.amelionboarding.dossier.FunnelStep.EMAIL_CONFIRMED;
import static org.amelionboarding.dossier.FunnelStep.PASSWORD_CHOSEN;
import static org.amelionboarding.dossier.FunnelStep.PROFILE_COMPLETE;
import static org.amelionboarding.dossier.FunnelStep.SIGNED_IN;
import static org.amelionboarding.dossier.FunnelStep.STARTED;
import static org.amelionboarding.dossier.FunnelStep.TERMS_ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.amelionboarding.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Each test has a time of its own, after that of all others, and asks for the dossiers since then. */
@SpringBootTest
@ActiveProfiles("test")
class FunnelTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Instant start = Instant.parse("2090-01-01T00:00:00Z");

    @Autowired
    private Funnel funnel;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Time time;

    @BeforeEach
    void later_than_everybody_else() {
        start = start.plus(Duration.ofDays(100));
        time.stopAt(start);
    }

    @AfterEach
    void give_the_time_back() {
        time.goOn();
    }

    @Test
    void without_dossiers_nobody_has_come_anywhere() {
        assertThat(counts().values()).containsOnly(0L);
    }

    @Test
    void without_dossiers_no_time_is_known() {
        assertThat(medians()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, 1",
        "CODE_SENT, 2",
        "SIGNED_IN, 3",
        "PASSWORD_CHOSEN, 4",
        "TERMS_ACCEPTED, 5",
        "DETAILS_GIVEN, 6",
        "EMAIL_CONFIRMED, 7",
        "ACTIVE, 8",
        "PROFILE_COMPLETE, 9"
    })
    void who_has_come_to_a_step_counts_there_and_at_those_before(FunnelStep step, int counted) {
        comesTo(step);

        assertThat(counts().values()).filteredOn(count -> count == 1).hasSize(counted);
        assertThat(counts()).containsEntry(step, 1L);
    }

    @Test
    void who_has_come_to_a_later_step_counts_though_the_moment_of_an_earlier_one_is_unknown() {
        String number = dossiers.open(CodeRequests.fresh()).number();
        dossiers.change(number, accepting -> accepting.acceptTerms(time.now()));

        assertThat(counts()).containsEntry(CODE_SENT, 1L).containsEntry(SIGNED_IN, 1L);
    }

    @Test
    void a_closed_dossier_has_come_as_far_as_it_has() {
        String number = comesTo(TERMS_ACCEPTED);

        dossiers.close(number, Closure.ABANDONED);

        assertThat(counts()).containsEntry(TERMS_ACCEPTED, 1L).containsEntry(DETAILS_GIVEN, 0L);
    }

    @Test
    void each_step_took_its_time_from_the_one_before() {
        comesTo(PROFILE_COMPLETE);

        assertThat(medians())
                .containsOnlyKeys(
                        CODE_SENT,
                        SIGNED_IN,
                        PASSWORD_CHOSEN,
                        TERMS_ACCEPTED,
                        DETAILS_GIVEN,
                        EMAIL_CONFIRMED,
                        ACTIVE,
                        PROFILE_COMPLETE);
        assertThat(medians().values()).containsOnly(MINUTE);
    }

    @Test
    void half_of_the_students_are_quicker_than_the_median() {
        for (int minutes : new int[] {1, 2, 60}) {
            String number = dossiers.open(CodeRequests.fresh()).number();
            time.stopAt(time.now().plus(MINUTE.multipliedBy(minutes)));
            dossiers.codeSent(number);
        }

        assertThat(medians()).containsEntry(CODE_SENT, MINUTE.multipliedBy(2));
    }

    @Test
    void a_time_of_which_one_end_is_unknown_is_unknown() {
        String number = dossiers.open(CodeRequests.fresh()).number();
        dossiers.signedIn(number);

        assertThat(medians()).isEmpty();
    }

    @Test
    void what_is_done_again_does_not_lengthen_the_step() {
        String number = comesTo(EMAIL_CONFIRMED);
        Map<FunnelStep, Duration> before = medians();
        time.stopAt(time.now().plus(Duration.ofDays(9)));

        dossiers.codeSent(number);
        dossiers.signedIn(number);
        dossiers.change(number, again -> again.choosePassword("another", time.now()));

        assertThat(medians()).isEqualTo(before);
    }

    @Test
    void an_active_account_that_gets_another_address_was_confirmed_when_it_became_active_at_the_latest() {
        String number = comesTo(ACTIVE);
        time.stopAt(time.now().plus(Duration.ofDays(9)));

        dossiers.change(number, changing -> changing.confirmEmail(time.now()));

        assertThat(medians())
                .containsEntry(EMAIL_CONFIRMED, MINUTE.multipliedBy(2))
                .containsEntry(ACTIVE, Duration.ZERO);
    }

    @Test
    void a_profile_of_which_one_item_is_put_off_is_not_complete() {
        String number = comesTo(ACTIVE);
        profiles.answer(number, ProfileItem.ORDER_CEAM, ProfileAnswer.LATER, null);
        for (ProfileItem item : EnumSet.complementOf(EnumSet.of(ProfileItem.ORDER_CEAM))) {
            profiles.answer(number, item, ProfileAnswer.DONE, null);
        }

        assertThat(counts()).containsEntry(PROFILE_COMPLETE, 0L);
    }

    @Test
    void those_before_are_left_out() {
        comesTo(STARTED);

        assertThat(funnel.counts(new Funnel.Students(start.plusMillis(1), null, null)))
                .containsEntry(STARTED, 0L);
    }

    @ParameterizedTest
    @CsvSource({"fr, , 1", "en, , 0", ", AGENCY, 1", ", PHONE_3646, 0", "fr, AGENCY, 1", "fr, PHONE_3646, 0"})
    void students_are_told_apart_by_language_and_channel(String language, RequestChannel channel, long counted) {
        comesTo(STARTED);

        assertThat(funnel.counts(new Funnel.Students(start, language, channel))).containsEntry(STARTED, counted);
    }

    @Test
    void all_students_are_those_of_all_times() {
        long before = funnel.counts(Funnel.Students.ALL).get(STARTED);
        comesTo(STARTED);

        assertThat(funnel.counts(Funnel.Students.ALL)).containsEntry(STARTED, before + 1);
    }

    /** A minute for each step. */
    private String comesTo(FunnelStep last) {
        String number = dossiers.open(CodeRequests.fresh()).number();
        Arrays.stream(FunnelStep.values()).skip(1).limit(last.ordinal()).forEach(step -> {
            time.stopAt(time.now().plus(MINUTE));
            take(step, number);
        });
        return number;
    }

    private void take(FunnelStep step, String number) {
        Instant now = time.now();
        switch (step) {
            case STARTED -> throw new IllegalArgumentException();
            case CODE_SENT -> dossiers.codeSent(number);
            case SIGNED_IN -> dossiers.signedIn(number);
            case PASSWORD_CHOSEN -> dossiers.change(number, taking -> taking.choosePassword("hash", now));
            case TERMS_ACCEPTED -> dossiers.change(number, taking -> taking.acceptTerms(now));
            case DETAILS_GIVEN ->
                dossiers.change(
                        number,
                        taking -> taking.giveContactDetails(PersonalEmail.of(number + "@mailbox.example"), null, now));
            case EMAIL_CONFIRMED -> dossiers.change(number, taking -> taking.confirmEmail(now));
            case ACTIVE -> {
                dossiers.change(number, taking -> taking.activate(now));
                profiles.open(number);
            }
            case PROFILE_COMPLETE -> {
                for (ProfileItem item : ProfileItem.values()) {
                    profiles.answer(number, item, ProfileAnswer.NOT_CONCERNED, null);
                }
            }
        }
    }

    private Map<FunnelStep, Long> counts() {
        return funnel.counts(new Funnel.Students(start, null, null));
    }

    private Map<FunnelStep, Duration> medians() {
        return funnel.medians(new Funnel.Students(start, null, null));
    }
}
