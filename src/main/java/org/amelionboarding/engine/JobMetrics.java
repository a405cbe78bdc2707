package org.amelionboarding.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.amelionboarding.operations.OperationsSettings;
import org.amelionboarding.operations.Reading;
import org.springframework.stereotype.Component;

/** The engine's jobs and this node's job executor, in the metrics {@code onboarding.jobs.…}. */
@Component
class JobMetrics {

    JobMetrics(
            JobBacklog backlog,
            JobExecutorState executor,
            OperationsSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        Reading<JobBacklog.State> jobs = new Reading<>(backlog::look, settings, clock);
        Gauge.builder("onboarding.jobs.due", () -> jobs.get(JobBacklog.State::due))
                .description("Jobs that could be done now and that no node is doing")
                .register(metrics);
        Gauge.builder(
                        "onboarding.jobs.oldest.due.age",
                        () -> jobs.get(state -> state.oldest().toSeconds()))
                .description("Time since the oldest job that is not done became due")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("onboarding.jobs.failed", () -> jobs.get(JobBacklog.State::failed))
                .description("Jobs that nobody tries any more")
                .register(metrics);
        Gauge.builder("onboarding.jobs.executor.alive", () -> executor.isAlive() ? 1 : 0)
                .description("1 while this node looks for due jobs")
                .register(metrics);
    }
}
