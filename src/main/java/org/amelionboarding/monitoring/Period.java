package org.amelionboarding.monitoring;

import java.time.Duration;
import java.time.Instant;

/** How far back the requests lie whose way is looked at. */
enum Period {
    DAYS_7(7),
    DAYS_30(30),
    DAYS_90(90),
    ALL(0);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** @return null for all times */
    Instant since(Instant now) {
        return this == ALL ? null : now.minus(Duration.ofDays(days));
    }
}
