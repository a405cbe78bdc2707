package org.amelionboarding.signin;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Time as it passes at the machine, for how long people do nothing. As with the container's own idle timer, the jumps of
 * the demo's clock sign nobody out.
 */
@Component
public class MachineTime {

    /** Since some moment that stays the same. */
    public Duration passed() {
        return Duration.ofNanos(System.nanoTime());
    }
}
