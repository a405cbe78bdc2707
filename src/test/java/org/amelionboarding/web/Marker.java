package org.amelionboarding.web;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** A bean that tells whether an expression from outside ({@code ${marker.touch()}}) was run on the server. */
@TestComponent("marker")
public class Marker {

    public static final String EXPRESSION = "${marker.touch()}";

    private final AtomicInteger touches = new AtomicInteger();

    /** @return a date in a form that a task query takes */
    public String touch() {
        touches.incrementAndGet();
        return "2030-01-01T00:00:00";
    }

    public void forget() {
        touches.set(0);
    }

    public boolean isTouched() {
        return touches.get() > 0;
    }
}
