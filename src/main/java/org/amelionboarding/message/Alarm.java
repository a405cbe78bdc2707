package org.amelionboarding.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls the operator: a line at level ERROR and a count in the metric {@code onboarding.message.alarms}, at most once
 * an hour for one thing.
 */
@Component
class Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final List<String> ALARMS = List.of("sms-budget", "unused-codes");
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Map<String, Instant> raised = new HashMap<>();
    private final MeterRegistry metrics;
    private final Clock clock;

    Alarm(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        // A rate over a counter that appears with its first count misses that one.
        ALARMS.forEach(this::counter);
    }

    synchronized void raise(String name, String text) {
        Instant now = clock.instant();
        Instant last = raised.get(name);
        if (last == null || Duration.between(last, now).abs().compareTo(PAUSE) >= 0) {
            raised.put(name, now);
            LOG.error("{}: {}", name, text);
            counter(name).increment();
        }
    }

    private Counter counter(String name) {
        return metrics.counter("onboarding.message.alarms", "alarm", name);
    }
}
