package org.amelionboarding.dossier;

import java.time.Duration;

/**
 * A wait that doubles each time.
 *
 * @param longest upper bound
 */
public record GrowingWait(Duration first, Duration longest) {

    /** 2^20 times the first wait is beyond every bound, and within what a duration can hold. */
    private static final int MOST_DOUBLINGS = 20;

    /** @param before how many waits there have been; 0 or less for the first */
    public Duration after(int before) {
        int doublings = Math.min(Math.max(before, 0), MOST_DOUBLINGS);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
