package org.amelionboarding.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ActiveProfiles("test")
class OutboxTest {

    private static final String CODE = "01234567";

    @Autowired
    private Outbox outbox;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

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
    void a_message_is_queued_with_its_step() {
        transaction.executeWithoutResult(step -> queueCode("1"));

        assertThat(mailbag.of(dossier.number())).hasSize(1);
    }

    @Test
    void a_message_is_gone_when_its_step_fails() {
        transaction.executeWithoutResult(step -> {
            queueCode("1");
            step.setRollbackOnly();
        });

        assertThat(mailbag.of(dossier.number())).isEmpty();
    }

    @Test
    void the_same_occasion_is_told_once() {
        queueCode("1");
        queueCode("1");

        assertThat(mailbag.of(dossier.number())).hasSize(1);
    }

    @Test
    void another_occasion_is_told_again() {
        queueCode("1");
        queueCode("2");

        assertThat(outbox.count(dossier.number(), MessagePurpose.PROVISIONAL_CODE))
                .isEqualTo(2);
    }

    @Test
    void the_same_occasion_of_another_student_is_told_too() {
        Dossier other = dossiers.open(CodeRequests.fresh());
        queueCode("1");
        outbox.queue(other, MessagePurpose.PROVISIONAL_CODE, "1", CODE, "14 mars");

        assertThat(mailbag.of(other.number())).hasSize(1);
    }

    @Test
    void a_message_reads_as_its_text_says() {
        queueCode("1");

        assertThat(queued().text())
                .isEqualTo("Votre code provisoire pour créer votre compte ameli est 01234567, valable jusqu'au 14 mars."
                        + " Ne le donnez à personne.");
    }

    @Test
    void an_sms_goes_to_the_mobile_number() {
        queueCode("1");

        assertThat(queued().to()).isEqualTo(CodeRequests.MOBILE);
    }

    @Test
    void the_message_bears_the_name_of_its_row() {
        queueCode("1");

        assertThat(queued().id()).isEqualTo(row().get("ID"));
    }

    @Test
    void neither_address_nor_text_stands_clear_in_the_row() {
        queueCode("1");

        assertThat(new String((byte[]) row().get("PAYLOAD"), ISO_8859_1))
                .doesNotContain(CodeRequests.MOBILE.substring(1), CODE, "code provisoire");
    }

    @Test
    void a_message_is_due_at_once_by_the_clock_of_the_application() {
        queueCode("1");

        assertThat(outbox.latest(dossier.number(), MessagePurpose.PROVISIONAL_CODE))
                .map(Message::nextAttemptAt)
                .contains(Time.START);
    }

    private void queueCode(String occasion) {
        outbox.queue(dossier, MessagePurpose.PROVISIONAL_CODE, occasion, CODE, "14 mars");
    }

    private Envelope queued() {
        List<Mailbag.Letter> letters = mailbag.of(dossier.number());
        return letters.get(0).envelope();
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from message where dossier = ?")
                .param(dossier.number())
                .query()
                .singleRow();
    }
}
