package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** A19 */
@SpringBootTest
@ActiveProfiles("test")
class PasswordAgainTest {

    private static final String WRONG = "Tilleul,84-river";

    @Autowired
    private PasswordAgain again;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Time time;

    private String dossier;

    @BeforeEach
    void open() {
        time.stop();
        dossier = withPassword();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    @Test
    void the_password_is_confirmed() {
        assertThat(confirms(Students.PASSWORD)).isTrue();
    }

    @Test
    void a_wrong_one_is_not() {
        assertThat(confirms(WRONG)).isFalse();
    }

    @Test
    void neither_is_none() {
        assertThat(confirms(null)).isFalse();
    }

    @Test
    void no_password_is_confirmed_where_none_is_chosen() {
        String without = dossiers.open(CodeRequests.fresh()).number();

        assertThat(again.confirms(without, Students.PASSWORD)).isFalse();
    }

    @Test
    void after_five_wrong_ones_the_right_one_must_wait() {
        fail(5);

        assertThat(confirms(Students.PASSWORD)).isFalse();
    }

    @Test
    void the_end_of_the_wait_is_told() {
        fail(5);

        assertThat(again.waitsUntil(dossier)).contains(time.now().plusSeconds(30));
    }

    @Test
    void without_a_wait_no_end_is_told() {
        fail(4);

        assertThat(again.waitsUntil(dossier)).isEmpty();
    }

    @Test
    void after_the_wait_the_right_one_is_confirmed() {
        fail(5);
        time.stopAt(time.now().plusSeconds(30));

        assertThat(confirms(Students.PASSWORD)).isTrue();
    }

    @Test
    void the_right_one_ends_what_counts() {
        fail(4);
        confirms(Students.PASSWORD);
        fail(4);

        assertThat(again.waitsUntil(dossier)).isEmpty();
    }

    @Test
    void of_twenty_wrong_ones_at_the_same_time_no_more_than_five_are_looked_at() {
        List<Boolean> answers = Together.times(20, () -> confirms(WRONG));

        assertThat(answers).containsOnly(false);
        assertThat(again.waitsUntil(dossier)).contains(time.now().plusSeconds(30));
    }

    @Test
    void a_wrong_one_stays_counted_though_the_form_is_refused() {
        IntStream.range(0, 5)
                .forEach(n -> assertThatIllegalStateException()
                        .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                            confirms(WRONG);
                            throw new IllegalStateException("Another field is wrong");
                        })));

        assertThat(again.waitsUntil(dossier)).isPresent();
    }

    @Test
    void others_do_not_wait() {
        fail(5);

        assertThat(again.confirms(withPassword(), Students.PASSWORD)).isTrue();
    }

    private boolean confirms(String typed) {
        return again.confirms(dossier, typed);
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(n -> assertThat(confirms(WRONG)).isFalse());
    }

    private String withPassword() {
        String number = dossiers.open(CodeRequests.fresh()).number();
        dossiers.change(number, choosing -> choosing.choosePassword(passwords.hash(Students.PASSWORD), time.now()));
        return number;
    }
}
