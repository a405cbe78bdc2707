package org.amelionboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.ui.ConcurrentModel;

/** What somebody is told who cannot sign in, and for whom something is done (A12, A15). */
@SpringBootTest
@ActiveProfiles("test")
class ClaimsTest {

    private static final String BIRTH_DATE = "2003-07-14";

    @Autowired
    private Claims claims;

    @Autowired
    private AfterTheAnswer afterTheAnswer;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Time time;

    private final MockHttpSession session = new MockHttpSession();
    private final List<String> helped = new ArrayList<>();
    private Dossier dossier;

    @BeforeEach
    void open() {
        time.stop();
        dossier = dossiers.open(CodeRequests.fresh());
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    @Test
    void the_dossier_of_who_gives_its_number_and_birth_date_is_helped() throws InterruptedException {
        answer(new Claim(nir(), BIRTH_DATE));

        assertThat(helped()).containsExactly(dossier.number());
    }

    @Test
    void the_key_and_the_spaces_of_the_number_do_not_matter() throws InterruptedException {
        answer(new Claim(nir().substring(0, 13).replaceFirst("^(.)", "$1 "), BIRTH_DATE));

        assertThat(helped()).containsExactly(dossier.number());
    }

    @Test
    void another_birth_date_helps_nobody() throws InterruptedException {
        answer(new Claim(nir(), "2003-07-15"));

        assertThat(helped()).isEmpty();
    }

    @Test
    void an_unknown_number_helps_nobody() throws InterruptedException {
        answer(new Claim(Students.freshNir(), BIRTH_DATE));

        assertThat(helped()).isEmpty();
    }

    /** So that neither it nor its time can tell anything. */
    @Test
    void the_answer_is_complete_before_anybody_looks_for_a_dossier() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        afterTheAnswer.run(() -> await(answered));

        ConcurrentModel known = answer(new Claim(nir(), BIRTH_DATE));
        ConcurrentModel unknown = answer(new Claim(Students.freshNir(), BIRTH_DATE));

        assertThat(known).containsKey("again").isEqualTo(unknown);
        assertThat(helped).isEmpty();
        answered.countDown();
        assertThat(helped()).containsExactly(dossier.number());
    }

    @Test
    void help_that_fails_does_not_stop_the_next() throws InterruptedException {
        claims.answer(
                new Claim(nir(), BIRTH_DATE),
                failing -> {
                    throw new IllegalStateException("on purpose");
                },
                session,
                new ConcurrentModel());

        answer(new Claim(nir(), BIRTH_DATE));

        assertThat(helped()).containsExactly(dossier.number());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "5, 32", "6, 60", "9, 60"})
    void the_wait_that_is_told_doubles_up_to_an_hour(int asked, int minutes) {
        String told = "";
        for (int i = 0; i < asked; i++) {
            time.stopAt(Time.START.plus(Duration.ofHours(2L * i)));
            told = again(new Claim(nir(), BIRTH_DATE));
        }

        assertThat(told).endsWith(time(Duration.ofHours(2L * (asked - 1)).plusMinutes(minutes)));
    }

    @Test
    void asking_too_early_does_not_move_the_time_that_was_told() {
        String told = again(new Claim(nir(), BIRTH_DATE));
        time.pass(Duration.ofMinutes(1));

        assertThat(again(new Claim(nir(), BIRTH_DATE))).isEqualTo(told);
    }

    @Test
    void whoever_asks_for_another_number_is_told_the_first_wait() {
        again(new Claim(nir(), BIRTH_DATE));
        time.pass(Duration.ofHours(2));

        assertThat(again(new Claim(Students.freshNir(), BIRTH_DATE)))
                .endsWith(time(Duration.ofHours(2).plusMinutes(2)));
    }

    @Test
    void the_time_that_is_told_is_never_too_early() {
        time.stopAt(Time.START.plusSeconds(1));

        assertThat(again(new Claim(nir(), BIRTH_DATE))).endsWith(time(Duration.ofMinutes(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "7981199350123", "298119935012399", "éééééééééé", "299999999999999999999"})
    void a_number_that_cannot_be_one_is_told_and_looked_for_by_nobody(String typed) throws InterruptedException {
        assertThat(answer(new Claim(typed, BIRTH_DATE))).containsOnlyKeys("problems");
        assertThat(answer(new Claim(null, BIRTH_DATE))).containsOnlyKeys("problems");
        assertThat(helped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14/07/2003", "2003-02-30", "null"})
    void a_date_that_cannot_be_one_is_told_and_looked_for_by_nobody(String typed) throws InterruptedException {
        assertThat(answer(new Claim(nir(), typed))).containsOnlyKeys("problems");
        assertThat(helped()).isEmpty();
    }

    private ConcurrentModel answer(Claim claim) {
        ConcurrentModel model = new ConcurrentModel();
        claims.answer(claim, some -> helped.add(some.number()), session, model);
        return model;
    }

    private String again(Claim claim) {
        return (String) answer(claim).getAttribute("again");
    }

    /** Who was helped, once all that was to be done after the answers is done. */
    private List<String> helped() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        afterTheAnswer.run(done::countDown);
        done.await();
        return helped;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String nir() {
        return dossier.nir().withKey();
    }

    /** In Paris, where it is an hour later. */
    private static String time(Duration afterStart) {
        return Time.START.plus(afterStart).plus(Duration.ofHours(1)).toString().substring(11, 16);
    }
}
