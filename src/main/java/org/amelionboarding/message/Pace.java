package org.amelionboarding.message;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How fast messages may leave this node: a token bucket per channel, so that the end of an outage is no storm. It holds
 * what comes together between two rounds; a round ends when it is empty.
 */
@Component
class Pace {

    private final Map<Channel, Bucket> buckets;

    Pace(MessageSettings settings, Clock clock) {
        MessageSettings.Delivery delivery = settings.delivery();
        this.buckets = Map.of(
                Channel.EMAIL, bucket(delivery.mailsPerSecond(), delivery.poll(), clock),
                Channel.SMS, bucket(delivery.smsPerSecond(), delivery.poll(), clock));
    }

    private static Bucket bucket(int perSecond, Duration poll, Clock clock) {
        long capacity = Math.max(1, perSecond * poll.toMillis() / 1000);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Elapsed(clock))
                .build();
    }

    /** Whether one more message may leave now; if so it counts. */
    boolean lets(Channel channel) {
        return buckets.get(channel).tryConsume(1);
    }
}
