package org.amelionboarding.message;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits of unequal length, so that what was held up together does not come back together. */
final class Jitter {

    private Jitter() {}

    /** Half to one and a half of the time. */
    static Duration around(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
