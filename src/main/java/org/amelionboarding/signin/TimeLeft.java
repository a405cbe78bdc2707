package org.amelionboarding.signin;

import java.time.Duration;

/**
 * How long a session will last.
 *
 * @param whileIdle if nothing is done
 * @param atMost whatever is done
 */
record TimeLeft(Duration whileIdle, Duration atMost) {

    Duration shorter() {
        return isFinal() ? atMost : whileIdle;
    }

    /** Whether doing something changes nothing. */
    boolean isFinal() {
        return atMost.compareTo(whileIdle) <= 0;
    }

    boolean isOver() {
        return shorter().compareTo(Duration.ZERO) <= 0;
    }
}
