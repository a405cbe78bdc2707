package org.amelionboarding.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.util.AopTestUtils;

/** An account that became active before there were profiles, at the next start of the application. */
@SpringBootTest
@ActiveProfiles("test")
class StartProfileTest {

    @Autowired
    StartProfile startProfile;

    @Autowired
    Students students;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Time time;

    @Autowired
    Dossiers dossiers;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    private String dossier;

    @BeforeEach
    void an_account_is_active_without_a_profile() {
        time.stop();
        dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        endProfiles();
        database.sql("delete from profile where dossier = ?").param(dossier).update();
    }

    @AfterEach
    void leave_nothing_open() {
        endProfiles();
        time.goOn();
    }

    private void endProfiles() {
        profiles().forEach(profile -> processes.deleteProcessInstance(profile.getId(), "As if it had never begun"));
    }

    @Test
    void it_gets_its_profile_with_all_that_is_to_do() {
        start();

        assertThat(profiles()).extracting(ProcessInstance::getBusinessKey).containsExactly(dossier);
        assertThat(tasks.createTaskQuery().taskAssignee(dossier).count()).isEqualTo(4);
    }

    @Test
    void the_next_start_changes_nothing() {
        start();
        start();

        assertThat(profiles()).hasSize(1);
    }

    @Test
    void it_is_reminded_as_if_it_were_new() {
        time.pass(Duration.ofDays(250));
        start();

        time.pass(Duration.ofDays(7));

        assertThat(mailbag.of(dossier, MessagePurpose.PROFILE_REMINDER)).hasSize(1);
    }

    @Test
    void a_closed_dossier_gets_none() {
        dossiers.close(dossier, Closure.CANCELLED_BY_STUDENT);

        start();

        assertThat(profiles()).isEmpty();
    }

    @Test
    void a_student_on_the_way_gets_none() {
        String onTheWay = students.requestCode();

        start();

        assertThat(profiles()).extracting(ProcessInstance::getBusinessKey).doesNotContain(onTheWay);
    }

    @Test
    void many_are_taken_in_batches() {
        IntStream.range(0, 120).forEach(this::copy);

        start();

        assertThat(profiles()).hasSize(121);
    }

    /** Without what must be unique, and with numbers before and after the first one's. */
    private void copy(int n) {
        database.sql("insert into dossier (number, version, identity, mobile, email, language, channel,"
                        + " registration_finalised, carte_vitale_received, requested_at, requests, last_action_at,"
                        + " activated_at) select ?, 0, identity, mobile, email, language, channel,"
                        + " registration_finalised, carte_vitale_received, requested_at, requests, last_action_at,"
                        + " activated_at from dossier where number = ?")
                .params("%04d-TEST".formatted(n * 37), dossier)
                .update();
    }

    /** Not on another thread, as at a start. */
    private void start() {
        AopTestUtils.<StartProfile>getTargetObject(startProfile).catchUp();
    }

    private List<ProcessInstance> profiles() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey("profile-completion")
                .list();
    }
}
