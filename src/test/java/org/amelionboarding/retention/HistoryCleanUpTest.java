package org.amelionboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The engine deletes the history of what ended longer ago than the models' {@code historyTimeToLive}. */
@TestPropertySource(
        properties = {"onboarding.retention.history-from=01:00", "onboarding.retention.history-until=04:00"})
class HistoryCleanUpTest extends RetentionTest {

    @Autowired
    ManagementService management;

    @Test
    void a_window_is_set_and_a_job_waits_for_it() {
        ProcessEngineConfiguration configuration = engine.getProcessEngineConfiguration();

        assertThat(((ProcessEngineConfigurationImpl) configuration).getHistoryCleanupBatchWindowStartTime())
                .startsWith("01:00");
        assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
    }

    @Test
    void the_history_of_an_ended_process_is_kept_180_days_and_no_longer() {
        String dossier = students.requestCode();
        students.cancel(dossier);
        String running = students.requestCode();

        cleanUpAfter(Duration.ofDays(179));
        assertThat(instances(dossier)).isOne();
        cleanUpAfter(Duration.ofDays(2));

        assertThat(instances(dossier)).isZero();
        assertThat(instances(running)).isOne();
    }

    private void cleanUpAfter(Duration span) {
        time.stopAt(time.now().plus(span));
        engine.getHistoryService().cleanUpHistoryAsync(true);
        engine.getHistoryService().findHistoryCleanupJobs().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private long instances(String dossier) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .count();
    }
}
