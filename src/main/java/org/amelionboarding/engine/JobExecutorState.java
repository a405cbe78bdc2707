package org.amelionboarding.engine;

import java.time.Duration;
import org.amelionboarding.operations.OperationsSettings;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Whether this node's job executor works. */
@Component
class JobExecutorState {

    private final ProcessEngine engine;
    private final JobPolls polls;
    private final Duration longestSilence;

    JobExecutorState(ProcessEngine engine, JobPolls polls, OperationsSettings settings) {
        this.engine = engine;
        this.polls = polls;
        this.longestSilence = settings.jobExecutorSilence();
    }

    boolean isAlive() {
        return isActive() && silence().compareTo(longestSilence) < 0;
    }

    boolean isActive() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .isActive();
    }

    Duration silence() {
        return polls.silence();
    }
}
