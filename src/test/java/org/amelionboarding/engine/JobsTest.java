package org.amelionboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.operations.OperationsSettings;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The jobs of one student who waits, and a job executor that the test starts and stops. */
@SpringBootTest
@ActiveProfiles("test")
class JobsTest {

    private static final Duration SILENCE = Duration.ofMinutes(5);

    @Autowired
    private JobBacklog backlog;

    @Autowired
    private JobPolls polls;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ManagementService management;

    @Autowired
    private Students students;

    @Autowired
    private Clock clock;

    @Autowired
    private Time time;

    private List<Job> jobs;

    @BeforeEach
    void one_student_waits() {
        endEverything();
        time.stop();
        String dossier = students.requestCode();
        jobs = management.createJobQuery().list();
        assertThat(jobs).as("timers of " + dossier).hasSizeGreaterThan(1);
        jobs.forEach(job ->
                management.setJobDuedate(job.getId(), Date.from(time.now().plusSeconds(60))));
    }

    @AfterEach
    void leave_nothing() {
        jobExecutor().shutdown();
        time.goOn();
        endEverything();
    }

    private void endEverything() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "The test is over"));
    }

    @Test
    void what_is_not_due_yet_is_no_backlog() {
        assertThat(backlog.look()).isEqualTo(new JobBacklog.State(0, Duration.ZERO, 0));
    }

    @Test
    void what_is_due_is_told_with_the_age_of_the_oldest() {
        management.setJobDuedate(jobs.get(0).getId(), Date.from(time.now()));
        time.stopAt(time.now().plusSeconds(90));

        assertThat(backlog.look()).isEqualTo(new JobBacklog.State(jobs.size(), Duration.ofSeconds(90), 0));
    }

    @Test
    void what_a_node_is_doing_waits_for_none() {
        time.stopAt(time.now().plusSeconds(60));
        acquireAll();

        assertThat(backlog.look().due()).isZero();
    }

    @Test
    void what_a_node_took_and_never_did_is_due_again() {
        time.stopAt(time.now().plusSeconds(60));
        acquireAll();
        time.stopAt(time.now().plus(Duration.ofHours(1)));

        assertThat(backlog.look().due()).isEqualTo(jobs.size());
    }

    @Test
    void what_nobody_tries_any_more_has_failed_and_is_not_due() {
        time.stopAt(time.now().plusSeconds(60));
        management.setJobRetries(jobs.get(0).getId(), 0);

        assertThat(backlog.look()).isEqualTo(new JobBacklog.State(jobs.size() - 1, Duration.ZERO, 1));
    }

    @Test
    void a_job_executor_that_was_not_started_is_dead() {
        assertThat(state(SILENCE).isAlive()).isFalse();
    }

    @Test
    void a_job_executor_that_looks_for_jobs_is_alive() {
        Duration before = polls.silence();
        jobExecutor().start();

        await().atMost(Duration.ofSeconds(20)).until(() -> polls.silence().compareTo(before) < 0);
        assertThat(state(SILENCE).isAlive()).isTrue();
    }

    @Test
    void a_job_executor_that_says_it_is_active_and_looks_for_nothing_is_dead() {
        jobExecutor().start();

        assertThat(state(Duration.ZERO).isActive()).isTrue();
        assertThat(state(Duration.ZERO).isAlive()).isFalse();
    }

    private JobExecutorState state(Duration longestSilence) {
        return new JobExecutorState(engine, polls, new OperationsSettings(Duration.ZERO, longestSilence));
    }

    private void acquireAll() {
        jobExecutor().setMaxJobsPerAcquisition(100);
        ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(jobExecutor(), 100));
    }

    private JobExecutor jobExecutor() {
        return ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
    }
}
