package org.amelionboarding.form;

import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** A14, A15 */
@SpringBootTest
@ActiveProfiles("test")
class CodeCoolDownTest {

    @Autowired
    private CodeCoolDown coolDown;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Time time;

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
    void who_has_received_no_code_does_not_wait() {
        assertThat(coolDown.until(dossier.number())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT1H", "12, PT1H"})
    void the_wait_doubles_with_each_code_of_a_day_up_to_an_hour(int codes, Duration wait) {
        send(codes);

        assertThat(coolDown.until(dossier.number())).contains(Time.START.plus(wait));
    }

    @Test
    void the_wait_ends() {
        send(1);
        time.pass(Duration.ofMinutes(1));

        assertThat(coolDown.until(dossier.number())).isEmpty();
    }

    @Test
    void the_next_day_it_begins_anew() {
        send(4);
        time.pass(Duration.ofDays(1));
        send(1, "tomorrow");

        assertThat(coolDown.until(dossier.number())).contains(time.now().plus(Duration.ofMinutes(1)));
    }

    @Test
    void other_messages_do_not_count() {
        outbox.queue(dossier, MessagePurpose.GUIDANCE_WAIT_FOR_CARD, "once");

        assertThat(coolDown.until(dossier.number())).isEmpty();
    }

    @Test
    void another_dossiers_codes_do_not_count() {
        send(3);

        assertThat(coolDown.until(dossiers.open(CodeRequests.fresh()).number())).isEmpty();
    }

    private void send(int codes) {
        send(codes, "today");
    }

    private void send(int codes, String day) {
        for (int i = 0; i < codes; i++) {
            outbox.queue(dossier, PROVISIONAL_CODE, day + i, "01234567", "1 mars 2027");
        }
    }
}
