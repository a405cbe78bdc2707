package org.amelionboarding.message;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The application's clock as a token bucket reads it. It never goes back: a bucket would stay empty until a clock that
 * was set back has caught up.
 */
class Elapsed implements TimeMeter {

    private final Clock clock;
    private Instant last;
    private long nanos;

    Elapsed(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public synchronized long currentTimeNanos() {
        Instant now = clock.instant();
        nanos += Math.max(0, Duration.between(last, now).toNanos());
        last = now;
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
