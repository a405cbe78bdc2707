package org.amelionboarding.form;

import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Who gets the provisional code again, which one, and when (A14, A15). */
@SpringBootTest
@ActiveProfiles("test")
class NewCodeTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Autowired
    private NewCode newCode;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Students students;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private OneTimeSecrets secrets;

    @Autowired
    private Time time;

    private String deployment;

    @BeforeEach
    void stop() {
        time.stop();
    }

    @AfterEach
    void goOn() {
        time.goOn();
    }

    @Test
    void a_request_that_waits_for_its_student_is_told() {
        String dossier = students.requestCode();
        time.pass(A_MINUTE);

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(2);
    }

    @Test
    void a_student_who_has_chosen_a_password_may_need_the_code_again() {
        String dossier = students.reachWaitingPage();
        time.pass(A_MINUTE);

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(2);
    }

    @Test
    void within_a_minute_of_the_last_code_it_is_too_soon() {
        String dossier = students.requestCode();
        time.pass(A_MINUTE.minusMillis(1));

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(1);
    }

    @Test
    void an_active_account_has_no_use_for_a_code() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        time.pass(A_MINUTE);

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(1);
    }

    @Test
    void a_dossier_that_waits_for_the_card_gets_no_code() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        String dossier = students.start(request).getBusinessKey();

        assertThat(codesSentAfterAsking(dossier)).isZero();
    }

    @Test
    void a_closed_dossier_gets_no_code() {
        String dossier = students.requestCode();
        students.cancel(dossier);
        time.pass(A_MINUTE);

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(1);
    }

    @Test
    void the_code_is_the_same_while_it_is_good() {
        String dossier = students.requestCode();
        String code = mailbag.provisionalCode(dossier);
        time.pass(A_MINUTE);

        newCode.send(dossiers.of(dossier));

        assertThat(mailbag.provisionalCode(dossier)).isEqualTo(code);
    }

    @Test
    void who_has_used_the_code_up_gets_another() {
        String dossier = students.requestCode();
        String code = mailbag.provisionalCode(dossier);
        secrets.useProvisionalCode(dossier, code, "somewhere");
        time.pass(A_MINUTE);

        newCode.send(dossiers.of(dossier));

        assertThat(mailbag.provisionalCode(dossier)).isNotEqualTo(code);
    }

    @Test
    void the_wait_after_the_second_code_is_longer() {
        String dossier = students.requestCode();
        time.pass(A_MINUTE);
        newCode.send(dossiers.of(dossier));
        time.pass(A_MINUTE);

        assertThat(codesSentAfterAsking(dossier)).isEqualTo(2);
        time.pass(A_MINUTE);
        assertThat(codesSentAfterAsking(dossier)).isEqualTo(3);
    }

    private int codesSentAfterAsking(String dossier) {
        newCode.send(dossiers.of(dossier));
        return mailbag.of(dossier, PROVISIONAL_CODE).size();
    }
}
