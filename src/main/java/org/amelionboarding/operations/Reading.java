package org.amelionboarding.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of the database that several gauges share, and that is kept for a while: nobody makes the database work by
 * asking often. What cannot be read is told as such (NaN), also kept for a while: else a scrape would wait for a dead
 * database once per gauge.
 */
public class Reading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final Supplier<T> source;
    private final Duration lifetime;
    private final Clock clock;
    private T value;
    private Instant readAt;

    public Reading(Supplier<T> source, OperationsSettings settings, Clock clock) {
        this.source = source;
        this.lifetime = settings.refresh();
        this.clock = clock;
    }

    /** @param part the number that a gauge shows of it */
    public synchronized double get(ToDoubleFunction<T> part) {
        Instant now = clock.instant();
        // A clock that was set back must not keep a reading for ever.
        if (readAt == null || Duration.between(readAt, now).abs().compareTo(lifetime) >= 0) {
            value = read();
            readAt = now;
        }
        return value == null ? Double.NaN : part.applyAsDouble(value);
    }

    private T read() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.warn("Metrics cannot be read ({})", e.getClass().getSimpleName());
            return null;
        }
    }
}
