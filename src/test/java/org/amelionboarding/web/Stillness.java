package org.amelionboarding.web;

import java.time.Duration;
import org.amelionboarding.signin.MachineTime;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Lets everybody do nothing for a while; the application's clock goes on as it does. */
@TestComponent
@Primary
public class Stillness extends MachineTime {

    private Duration more = Duration.ZERO;

    public void pass(Duration duration) {
        more = more.plus(duration);
    }

    /** Only as told. */
    @Override
    public Duration passed() {
        return more;
    }
}
