package org.amelionboarding.engine;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Up while due jobs are looked for. By its name it stands in for Camunda's own, which believes what the executor says of
 * itself. A node that is set up without a job executor has no opinion.
 */
@Component("jobExecutorHealthIndicator")
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobExecutorHealth extends AbstractHealthIndicator {

    private final JobExecutorState executor;

    JobExecutorHealth(JobExecutorState executor) {
        this.executor = executor;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(executor.isAlive() ? "UP" : "DOWN")
                .withDetail("active", executor.isActive())
                .withDetail("secondsSinceLastLook", executor.silence().toSeconds());
    }
}
