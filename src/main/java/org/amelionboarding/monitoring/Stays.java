package org.amelionboarding.monitoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Who came to one element of a process, left it, or waits there. */
class Stays {

    private final LongStream.Builder milliseconds = LongStream.builder();
    private final List<Duration> waits = new ArrayList<>();
    private long entered;

    void enter() {
        entered++;
    }

    void leaveAfter(long duration) {
        milliseconds.add(duration);
    }

    void wait(Duration since) {
        waits.add(since);
    }

    /** @param patience what is overdue where nobody has left */
    ElementHeat heat(String id, Duration patience) {
        long[] sorted = milliseconds.build().sorted().toArray();
        Long p90 = quantile(sorted, 0.9);
        long usual = p90 == null ? patience.toSeconds() : p90;
        long overdue = waits.stream().filter(wait -> wait.toSeconds() > usual).count();
        return new ElementHeat(id, entered, waits.size(), quantile(sorted, 0.5), p90, overdue);
    }

    /** In seconds; between two durations in proportion, as SQL's {@code percentile_cont}. Null if there is none. */
    private static Long quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        double place = share * (sorted.length - 1);
        long below = sorted[(int) Math.floor(place)];
        long above = sorted[(int) Math.ceil(place)];
        return Math.round((below + (above - below) * (place - Math.floor(place))) / 1000);
    }
}
