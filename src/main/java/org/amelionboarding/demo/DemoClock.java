package org.amelionboarding.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.amelionboarding.engine.TimeMachine;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves time forward in the demo, so that nobody waits two days to see a link expire. Never back. */
@RestController
@Profile("demo")
class DemoClock {

    private static final Duration LONGEST_STEP = Duration.ofDays(366);

    private final Clock clock;
    private final TimeMachine timeMachine;

    DemoClock(Clock clock, TimeMachine timeMachine) {
        this.clock = clock;
        this.timeMachine = timeMachine;
    }

    @GetMapping("/demo/clock")
    Map<String, Instant> now() {
        return Map.of("now", clock.instant());
    }

    @PostMapping("/demo/clock")
    ResponseEntity<?> advance(@RequestParam String advance) {
        Duration step;
        try {
            step = Duration.parse(advance);
        } catch (DateTimeParseException e) {
            return refused("advance is an ISO-8601 duration, e.g. PT48H or P2D");
        }
        if (step.isNegative()) {
            return refused("Time goes forward only: jobs locked in the future would never run");
        }
        if (step.compareTo(LONGEST_STEP) > 0) {
            return refused("At most a year at a time");
        }
        timeMachine.advance(step);
        return ResponseEntity.ok(now());
    }

    private static ResponseEntity<?> refused(String why) {
        return ResponseEntity.badRequest().body(Map.of("message", why));
    }
}
