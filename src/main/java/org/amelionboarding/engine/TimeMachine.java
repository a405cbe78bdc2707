package org.amelionboarding.engine;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the engine's clock, and with it the application's, and wakes the job executor for what is due now. */
@Component
@Profile("demo")
public class TimeMachine {

    private final ProcessEngine engine;
    private Duration offset = Duration.ZERO;

    TimeMachine(ProcessEngine engine) {
        this.engine = engine;
    }

    public synchronized void advance(Duration step) {
        offset = offset.plus(step);
        ClockUtil.offset(offset.toMillis());
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }
}
