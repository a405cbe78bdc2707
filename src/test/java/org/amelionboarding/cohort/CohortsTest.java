package org.amelionboarding.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the lines of a file, with the worker in the hands of the test: it goes a line at a time. */
@SpringBootTest(properties = {"onboarding.cohort.poll=P1D", "onboarding.cohort.lines-per-round=3"})
@ActiveProfiles("test")
class CohortsTest {

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private LineStart lines;

    @Autowired
    private CohortStarter starter;

    @Autowired
    private Students students;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private Time time;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void stop_the_clock() {
        time.stop();
    }

    @AfterEach
    void leave_nothing_waiting() {
        finish();
        time.goOn();
    }

    @Test
    void a_file_that_is_looked_at_starts_nothing() {
        Promotion promotion = Promotion.of(2);
        Cohort cohort = keep(promotion);

        assertThat(cohorts.report(cohort).accepted()).isEqualTo(2);
        assertThat(lines.startNext()).isFalse();
        assertThat(dossier(promotion, 0)).isNull();
    }

    @Test
    void each_right_line_opens_a_dossier_and_sends_the_code() {
        Promotion promotion = Promotion.of(2);
        Cohort cohort = take(promotion);

        finish();

        assertThat(outcomes(cohort)).containsExactly(Outcome.STARTED, Outcome.STARTED);
        Dossier dossier = dossier(promotion, 1);
        assertThat(report(cohort).lines().get(1).dossier()).isEqualTo(dossier.number());
        assertThat(dossier.channel()).isEqualTo(RequestChannel.COHORT);
        assertThat(mailbag.of(dossier.number(), MessagePurpose.PROVISIONAL_CODE))
                .hasSize(1);
        assertThat(students.openTask(dossier.number()).getTaskDefinitionKey()).isEqualTo("Task_ChoosePassword");
    }

    @Test
    void what_a_line_says_is_wiped_when_its_dossier_is_open() {
        Cohort cohort = take(Promotion.of(1));
        assertThat(payloads(cohort)).doesNotContainNull();

        finish();

        assertThat(payloads(cohort)).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nir                   | ''               | nir: EMPTY
            nir                   | 298119935012321  | nir: KEY
            nir                   | 2981199350123    | nir: KEY_MISSING
            nir                   | 2.98E+14         | nir: ROUNDED
            familyName            | ''               | familyName: EMPTY
            familyName            | =1+1             | familyName: FORMULA
            givenNames            | A\u0007b         | givenNames: FORBIDDEN_CHARACTER
            birthDate             | ''               | birthDate: EMPTY
            birthDate             | 31/02/1998       | birthDate: MALFORMED
            birthDate             | 2998-11-05       | birthDate: NOT_PAST
            mobile                | ''               | mobile: EMPTY
            mobile                | 0412345678       | mobile: NOT_MOBILE
            mobile                | =2+3             | mobile: MALFORMED
            language              | de               | language: MALFORMED
            registrationFinalised | ''               | registrationFinalised: EMPTY
            carteVitaleReceived   | perhaps          | carteVitaleReceived: MALFORMED
            """)
    void a_line_that_breaks_a_rule_is_refused_by_it_alone(String column, String cell, String problem) {
        Cohort cohort = keep(Promotion.of(2).with(0, column, cell));

        assertThat(cohorts.report(cohort).lines().get(0).problems())
                .extracting(Object::toString)
                .containsExactly(problem);
        assertThat(cohorts.report(cohort).accepted()).isOne();
    }

    @Test
    void all_that_is_wrong_with_a_line_is_told_at_once() {
        Cohort cohort = take(Promotion.of(1)
                .with(0, "nir", "1")
                .with(0, "familyName", "@x")
                .with(0, "birthDate", "x")
                .with(0, "mobile", "x")
                .with(0, "language", "")
                .with(0, "registrationFinalised", "x"));

        assertThat(report(cohort).lines().get(0).problems())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "nir: LENGTH",
                        "familyName: FORMULA",
                        "birthDate: MALFORMED",
                        "mobile: MALFORMED",
                        "language: MALFORMED",
                        "registrationFinalised: MALFORMED");
    }

    @Test
    void of_two_lines_with_one_number_the_first_right_one_counts() {
        Promotion promotion = Promotion.of(3);
        String nir = promotion.nir(0);
        promotion
                .with(0, "mobile", "none")
                .with(1, "nir", nir)
                .with(2, "nir", " " + nir.charAt(0) + " " + nir.substring(1));

        Cohort cohort = keep(promotion);

        assertThat(cohorts.report(cohort).lines())
                .extracting(line -> line.outcome() + " " + line.problems())
                .containsExactly("REFUSED [mobile: MALFORMED]", "ACCEPTED []", "REFUSED [nir: DUPLICATE]");
    }

    @Test
    void a_provisional_number_opens_a_dossier_that_waits() {
        Promotion promotion = Promotion.of(1).with(0, "nir", "7990799350123").with(0, "mobile", "0687654321");
        Cohort cohort = take(promotion);
        finish();

        assertThat(dossiers.of(report(cohort).lines().get(0).dossier()).isWorthWaiting())
                .isTrue();
        assertThat(cohorts.report(keep(promotion)).lines().get(0))
                .isEqualTo(new LineResult(
                        2,
                        Outcome.KNOWN,
                        List.of(new org.amelionboarding.form.Problems.Problem("nir", "ALREADY_OPEN")),
                        report(cohort).lines().get(0).dossier()));
    }

    @Test
    void the_same_file_again_opens_nothing_and_sends_nothing() {
        Promotion promotion = Promotion.of(2);
        take(promotion);
        finish();
        time.pass(Duration.ofHours(2));

        Cohort again = take(promotion);
        finish();

        assertThat(outcomes(again)).containsExactly(Outcome.KNOWN, Outcome.KNOWN);
        String dossier = dossier(promotion, 0).number();
        assertThat(report(again).lines().get(0).dossier()).isEqualTo(dossier);
        assertThat(mailbag.of(dossier)).hasSize(1);
    }

    @Test
    void the_same_file_again_is_known_while_its_lines_still_wait() {
        Promotion promotion = Promotion.of(2);
        take(promotion);

        assertThat(outcomes(take(promotion))).containsExactly(Outcome.KNOWN, Outcome.KNOWN);
    }

    @Test
    void a_corrected_file_starts_only_what_was_missing() {
        Promotion promotion = Promotion.of(2);
        String nir = promotion.nir(1);
        take(promotion.with(1, "nir", "1"));
        finish();

        Cohort corrected = take(promotion.with(1, "nir", nir));
        finish();

        assertThat(outcomes(corrected)).containsExactly(Outcome.KNOWN, Outcome.STARTED);
    }

    /** Their dossiers are closed at once: nothing else would tell that they have been sent the guidance. */
    @Test
    void who_has_not_finished_the_registration_is_told_so_once() {
        Promotion promotion = Promotion.of(1).with(0, "registrationFinalised", "false");
        Cohort first = take(promotion);
        finish();
        String dossier = report(first).lines().get(0).dossier();

        Cohort again = take(promotion);
        finish();

        assertThat(report(again).lines().get(0))
                .isEqualTo(new LineResult(2, Outcome.KNOWN, List.of(Outcome.REPEATED), dossier));
        assertThat(outcomes(take(promotion.with(0, "registrationFinalised", "true"))))
                .containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void an_active_account_is_told_as_such() {
        Promotion promotion = Promotion.of(1);
        String dossier = students.start(promotion.request(0)).getBusinessKey();
        dossiers.activate(dossier);

        assertThat(report(take(promotion)).lines().get(0))
                .extracting(LineResult::outcome, LineResult::dossier)
                .containsExactly(Outcome.ACTIVE, dossier);
    }

    @Test
    void a_line_whose_dossier_an_advisor_has_opened_meanwhile_opens_no_second() {
        Promotion promotion = Promotion.of(1);
        Cohort cohort = take(promotion);
        String dossier = students.start(promotion.request(0)).getBusinessKey();

        finish();

        assertThat(report(cohort).lines().get(0))
                .extracting(LineResult::outcome, LineResult::dossier)
                .containsExactly(Outcome.KNOWN, dossier);
        assertThat(mailbag.of(dossier)).hasSize(1);
    }

    @Test
    void the_same_file_from_three_advisors_at_once_is_taken_once() {
        Promotion promotion = Promotion.of(20);
        Callable<Cohort> advisor = () -> take(promotion);

        List<Cohort> taken = Together.all(List.of(advisor, advisor, advisor));

        assertThat(taken).extracting(cohort -> report(cohort).accepted()).containsExactlyInAnyOrder(20L, 0L, 0L);
        assertThat(taken).extracting(cohort -> report(cohort).known()).containsExactlyInAnyOrder(0L, 20L, 20L);
    }

    @Test
    void a_button_that_is_pressed_twice_starts_once() {
        Cohort cohort = keep(Promotion.of(3));

        Together.times(3, () -> {
            cohorts.start(cohort);
            return null;
        });

        assertThat(outcomes(cohort)).hasSize(3).containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void several_workers_start_each_line_once() {
        Promotion promotion = Promotion.of(12);
        Cohort cohort = take(promotion);

        Together.times(3, () -> {
            finish();
            return null;
        });
        finish();

        assertThat(outcomes(cohort)).hasSize(12).containsOnly(Outcome.STARTED);
        assertThat(report(cohort).lines()).extracting(LineResult::dossier).doesNotHaveDuplicates();
    }

    @Test
    void a_round_starts_so_many_lines_and_leaves_the_others_for_the_next() {
        Cohort cohort = take(Promotion.of(4));

        starter.round();

        assertThat(report(cohort).started()).isEqualTo(3);
        assertThat(report(cohort).accepted()).isOne();
    }

    @Test
    void while_a_line_is_being_started_another_student_gets_a_code() {
        Promotion promotion = Promotion.of(1);
        take(promotion);

        transactions.executeWithoutResult(line -> {
            lines.startNext();
            String other = CompletableFuture.supplyAsync(students::requestCode).join();
            assertThat(mailbag.of(other)).hasSize(1);
        });

        assertThat(mailbag.of(dossier(promotion, 0).number())).hasSize(1);
    }

    @Test
    void a_transaction_that_fails_leaves_the_line_as_it_was() {
        Promotion promotion = Promotion.of(1);
        Cohort cohort = take(promotion);

        transactions.executeWithoutResult(failing -> {
            lines.startNext();
            assertThat(dossier(promotion, 0)).isNotNull();
            failing.setRollbackOnly();
        });

        assertThat(outcomes(cohort)).containsExactly(Outcome.ACCEPTED);
        assertThat(dossier(promotion, 0)).isNull();
        finish();
        assertThat(mailbag.of(dossier(promotion, 0).number())).hasSize(1);
    }

    @Test
    void a_line_that_fails_lets_the_others_pass_and_is_given_up_after_three_tries() {
        Cohort cohort = take(Promotion.of(2));
        database.update(
                "update cohort_line set payload = ? where cohort = ? and line = 2", new byte[] {1}, cohort.id());

        assertThatThrownBy(lines::startNext).isInstanceOf(LineFailed.class);
        starter.round();
        starter.round();

        assertThat(report(cohort).lines())
                .containsExactly(
                        new LineResult(2, Outcome.FAILED, List.of(Outcome.NOT_STARTED), null),
                        report(cohort).lines().get(1));
        assertThat(report(cohort).started()).isOne();
        assertThat(payloads(cohort)).containsOnlyNulls();
    }

    @Test
    void a_line_that_was_given_up_can_be_sent_again() {
        Promotion promotion = Promotion.of(1);
        Cohort cohort = take(promotion);
        database.update("update cohort_line set payload = ? where cohort = ?", new byte[] {1}, cohort.id());
        finish();

        Cohort again = take(promotion);
        finish();

        assertThat(outcomes(again)).containsExactly(Outcome.STARTED);
    }

    @Test
    void a_file_that_is_not_started_is_forgotten_after_an_hour() {
        Cohort cohort = keep(Promotion.of(1));
        time.pass(Duration.ofMinutes(59));
        starter.forget();
        assertThat(cohorts.find(cohort.id())).isPresent();

        time.pass(Duration.ofMinutes(2));
        starter.forget();

        assertThat(cohorts.find(cohort.id())).isEmpty();
    }

    @Test
    void results_are_forgotten_after_thirty_days_but_never_a_line_that_waits() {
        Cohort done = take(Promotion.of(1));
        finish();
        Cohort waiting = take(Promotion.of(1));
        time.stopAt(time.now().plus(Duration.ofDays(31)));

        starter.forget();

        assertThat(cohorts.find(done.id())).isEmpty();
        assertThat(outcomes(waiting)).containsExactly(Outcome.ACCEPTED);
    }

    private Cohort keep(Promotion promotion) {
        return cohorts.find(cohorts.keep(promotion.file(), "advisor")).orElseThrow();
    }

    private Cohort take(Promotion promotion) {
        Cohort cohort = keep(promotion);
        cohorts.start(cohort);
        return cohort;
    }

    private void finish() {
        while (database.queryForObject("select count(*) from cohort_line where outcome = 'ACCEPTED'", Integer.class)
                > 0) {
            starter.round();
        }
    }

    private CohortReport report(Cohort cohort) {
        return cohorts.report(cohorts.find(cohort.id()).orElseThrow());
    }

    private List<Outcome> outcomes(Cohort cohort) {
        return report(cohort).lines().stream().map(LineResult::outcome).toList();
    }

    private List<byte[]> payloads(Cohort cohort) {
        return database.queryForList("select payload from cohort_line where cohort = ?", byte[].class, cohort.id());
    }

    /** Null if there is none. */
    private Dossier dossier(Promotion promotion, int student) {
        return dossiers.find(Nir.of(promotion.nir(student))).orElse(null);
    }
}
