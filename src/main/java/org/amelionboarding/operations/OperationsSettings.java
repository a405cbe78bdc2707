package org.amelionboarding.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding.operations}.
 *
 * @param refresh age up to which a metric that is read from the database is told again, however often it is asked for
 * @param jobExecutorSilence time without a look for due jobs after which the job executor counts as dead; several times
 *     {@code camunda.bpm.job-execution.max-wait}, which is a minute unless set
 */
@ConfigurationProperties("onboarding.operations")
public record OperationsSettings(
        @DefaultValue("PT1M") Duration refresh,
        @DefaultValue("PT5M") Duration jobExecutorSilence) {}
