package org.amelionboarding.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.amelionboarding.dossier.Funnel;
import org.amelionboarding.dossier.FunnelStep;
import org.springframework.stereotype.Component;

/** How far all students have come, in the metric {@code onboarding.funnel}. */
@Component
class FunnelMetrics {

    FunnelMetrics(Funnel funnel, OperationsSettings settings, Clock clock, MeterRegistry metrics) {
        Reading<Map<FunnelStep, Long>> counts =
                new Reading<>(() -> funnel.counts(Funnel.Students.ALL), settings, clock);
        for (FunnelStep step : FunnelStep.values()) {
            Gauge.builder("onboarding.funnel", () -> counts.get(all -> all.get(step)))
                    .description("Dossiers that have come to this step, or further")
                    .tag("step", step.label())
                    .register(metrics);
        }
    }
}
