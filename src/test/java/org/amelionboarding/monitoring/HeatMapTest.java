package org.amelionboarding.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Against a history that is made by hand, of a process that nobody else has, another one for each test. */
@SpringBootTest
@ActiveProfiles("test")
class HeatMapTest {

    private static final Instant NOW = Time.START;
    private static final int BROKEN_OFF = 2;

    @Autowired
    private HeatMap heatMap;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Students students;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Texts texts;

    @Autowired
    private Time time;

    private final String process = "process-" + UUID.randomUUID();
    private String dossier;

    @BeforeEach
    void the_clock_stands() {
        time.stop();
        dossier = dossiers.open(CodeRequests.fresh()).number();
    }

    @AfterEach
    void give_the_time_back() {
        time.goOn();
    }

    @Test
    void without_history_nothing_is_told() {
        assertThat(heat()).isEmpty();
    }

    @Test
    void of_passages_the_number_the_median_and_nine_in_ten_are_told() {
        for (int minutes = 10; minutes <= 100; minutes += 10) {
            passed("Task_A", Duration.ofDays(2), Duration.ofMinutes(minutes), 0);
        }

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 10, 0, 55 * 60L, 91 * 60L, 0));
    }

    @Test
    void each_element_has_its_own_numbers() {
        passed("Task_A", Duration.ofDays(2), Duration.ofMinutes(1), 0);
        passed("Task_B", Duration.ofDays(2), Duration.ofMinutes(2), 0);
        passed("Task_B", Duration.ofDays(2), Duration.ofMinutes(2), 0);

        assertThat(heat())
                .containsExactly(
                        new ElementHeat("Task_A", 1, 0, 60L, 60L, 0), new ElementHeat("Task_B", 2, 0, 120L, 120L, 0));
    }

    @Test
    void a_stay_that_was_broken_off_counts_and_tells_no_duration() {
        passed("Task_A", Duration.ofDays(20), Duration.ofMinutes(5), 0);
        passed("Task_A", Duration.ofDays(20), Duration.ofDays(15), BROKEN_OFF);

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 2, 0, 300L, 300L, 0));
    }

    @Test
    void what_began_before_the_period_is_left_out() {
        passed("Task_A", Duration.ofDays(31), Duration.ofDays(29), 0);

        assertThat(heat()).isEmpty();
    }

    @Test
    void who_waits_longer_than_nine_in_ten_took_is_overdue() {
        passed("Task_A", Duration.ofDays(9), Duration.ofHours(1), 0);
        waits("Task_A", Duration.ofMinutes(59));
        waits("Task_A", Duration.ofMinutes(61));

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 3, 2, 3600L, 3600L, 1));
    }

    @Test
    void where_nobody_has_left_yet_a_week_is_overdue() {
        waits("Task_A", Duration.ofDays(7));
        waits("Task_A", Duration.ofDays(7).plusSeconds(1));

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 2, 2, null, null, 1));
    }

    @Test
    void who_waits_since_before_the_period_waits() {
        waits("Task_A", Duration.ofDays(90));

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 0, 1, null, null, 1));
    }

    @Test
    void later_everything_is_older() {
        passed("Task_A", Duration.ofDays(2), Duration.ofHours(1), 0);
        waits("Task_A", Duration.ofMinutes(30));

        time.stopAt(NOW.plus(Duration.ofDays(40)));

        assertThat(heat()).containsExactly(new ElementHeat("Task_A", 0, 1, null, null, 1));
    }

    @Test
    void the_filters_leave_other_languages_and_channels_out() {
        passed("Task_A", Duration.ofDays(2), Duration.ofHours(1), 0);
        waits("Task_A", Duration.ofMinutes(30));

        assertThat(heat("fr", RequestChannel.AGENCY)).containsExactly(new ElementHeat("Task_A", 2, 1, 3600L, 3600L, 0));
        assertThat(heat("fr", null)).hasSize(1);
        assertThat(heat(null, RequestChannel.AGENCY)).hasSize(1);
        assertThat(heat("en", null)).isEmpty();
        assertThat(heat("fr", RequestChannel.PHONE_3646)).isEmpty();
    }

    @Test
    void of_a_real_process_it_is_told_where_the_student_stands_now() {
        String student = students.requestCode();
        time.stopAt(NOW.plus(Duration.ofHours(3)));
        students.choosePassword(student);

        assertThat(heatMap.of(new HeatMapQuery("account-creation", Period.ofDays(1), null, null)))
                .anySatisfy(element -> {
                    assertThat(element.id()).isEqualTo("Task_ChoosePassword");
                    assertThat(element.medianSeconds()).isNotNull();
                })
                .anySatisfy(element -> {
                    assertThat(element.id()).isEqualTo("Task_AcceptTerms");
                    assertThat(element.waiting()).isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_choice_and_unit_has_its_words(String language) {
        assertThat(texts.startingWith(language, "form.heat-map.").keySet())
                .contains(Stream.of(
                                Stream.of("P1D", "P7D", "P30D", "P90D", "P365D").map(one -> "period." + one),
                                Arrays.stream(RequestChannel.values()).map(one -> "channel." + one),
                                Languages.ALL.stream().map(one -> "language." + one),
                                Stream.of("days", "hours", "minutes", "seconds"),
                                Stream.of("element", "entered", "now", "overdue", "median", "p90"))
                        .flatMap(keys -> keys)
                        .map(key -> "form.heat-map." + key)
                        .toArray(String[]::new));
    }

    private List<ElementHeat> heat() {
        return heat(null, null);
    }

    private List<ElementHeat> heat(String language, RequestChannel channel) {
        return heatMap.of(new HeatMapQuery(process, null, language, channel));
    }

    private void passed(String element, Duration ago, Duration stay, int state) {
        Instant from = NOW.minus(ago);
        keep(element, from, from.plus(stay), stay.toMillis(), state);
    }

    private void waits(String element, Duration since) {
        keep(element, NOW.minus(since), null, null, 0);
    }

    private void keep(String element, Instant from, Instant to, Long duration, int state) {
        String instance = UUID.randomUUID().toString();
        jdbc.sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,"
                        + " START_TIME_) values (?, ?, ?, ?, 'x', ?)")
                .params(instance, instance, dossier, process, Timestamp.from(from))
                .update();
        jdbc.sql("insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_,"
                        + " ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)"
                        + " values (?, ?, 'x', ?, 'x', ?, 'userTask', ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        process,
                        instance,
                        element,
                        Timestamp.from(from),
                        to == null ? null : Timestamp.from(to),
                        duration,
                        state)
                .update();
    }
}
