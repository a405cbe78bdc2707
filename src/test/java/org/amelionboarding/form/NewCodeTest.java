package org.amelionboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossiers;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Which process is told that a new code was asked: one that waits for nothing else stands beside the dossier's own. */
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
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Time time;

    private String deployment;

    @BeforeEach
    void deployTheListener() {
        time.stop();
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "listener.bpmn",
                        Bpmn.createExecutableProcess("listener")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .message(NewCode.ASKED)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void goOn() {
        time.goOn();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void a_request_that_waits_for_its_student_is_told() {
        String dossier = students.requestCode();
        time.pass(A_MINUTE);

        assertThat(isTold(dossier)).isTrue();
    }

    @Test
    void a_student_who_has_chosen_a_password_may_need_the_code_again() {
        String dossier = students.reachWaitingPage();
        time.pass(A_MINUTE);

        assertThat(isTold(dossier)).isTrue();
    }

    @Test
    void within_a_minute_of_the_last_code_it_is_too_soon() {
        String dossier = students.requestCode();
        time.pass(A_MINUTE.minusMillis(1));

        assertThat(isTold(dossier)).isFalse();
    }

    @Test
    void an_active_account_has_no_use_for_a_code() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        time.pass(A_MINUTE);

        assertThat(isTold(dossier)).isFalse();
    }

    @Test
    void a_dossier_whose_prerequisites_are_not_there_yet_gets_no_code() {
        assertThat(isTold(dossiers.open(CodeRequests.fresh()).number())).isFalse();
    }

    @Test
    void a_closed_dossier_gets_no_code() {
        Map<String, Object> request = Students.codeRequest();
        request.put("registrationFinalised", false);
        String dossier = students.start(request).getBusinessKey();

        assertThat(isTold(dossier)).isFalse();
    }

    @Test
    void where_nothing_listens_nothing_happens() {
        String dossier = students.requestCode();
        students.cancel(dossier);

        newCode.send(dossiers.of(dossier));

        assertThat(mailbag.of(dossier)).hasSize(1);
    }

    private boolean isTold(String dossier) {
        String listener = runtime.startProcessInstanceByKey("listener", dossier).getId();
        newCode.send(dossiers.of(dossier));
        return runtime.createProcessInstanceQuery().processInstanceId(listener).count() == 0;
    }
}
