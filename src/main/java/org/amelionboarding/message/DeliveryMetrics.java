package org.amelionboarding.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.DeliveryException.Kind;
import org.springframework.stereotype.Component;

/**
 * What became of the messages, in the metrics {@code onboarding.messages} and {@code onboarding.message.latency}, and of
 * the codes among them, in the funnel. All counters stand there from the start: a rate over one that appears with its
 * first count misses that one.
 */
@Component
class DeliveryMetrics {

    /** From what nobody notices to what no code outlives; a day, as reminders may be that late. */
    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(4),
        Duration.ofDays(1)
    };

    private final MeterRegistry metrics;
    private final Dossiers dossiers;

    DeliveryMetrics(MeterRegistry metrics, Dossiers dossiers) {
        this.metrics = metrics;
        this.dossiers = dossiers;
        for (Channel channel : Channel.values()) {
            latency(channel);
            ended(channel, "sent", "none");
            ended(channel, "dropped", "expired");
            for (Kind kind : new Kind[] {Kind.PERMANENT, Kind.PASSING, Kind.UNKNOWN}) {
                ended(channel, "failed", name(kind));
            }
        }
    }

    void sent(Message message, Instant now) {
        latency(message.channel()).record(Duration.between(message.dueAt(), now));
        ended(message.channel(), "sent", "none").increment();
        if (message.purpose() == MessagePurpose.PROVISIONAL_CODE) {
            dossiers.codeSent(message.dossier());
        }
    }

    /** @param kind of the last failure, after which it was given up */
    void failed(Message message, Kind kind) {
        ended(message.channel(), "failed", name(kind)).increment();
    }

    void dropped(Channel channel, int messages) {
        ended(channel, "dropped", "expired").increment(messages);
    }

    private Timer latency(Channel channel) {
        return Timer.builder("onboarding.message.latency")
                .description("Time from the moment at which a message could leave until it was taken")
                .tag("channel", name(channel))
                .serviceLevelObjectives(BOUNDS)
                .register(metrics);
    }

    private Counter ended(Channel channel, String outcome, String reason) {
        return Counter.builder("onboarding.messages")
                .description("Messages that have come to their end")
                .tags("channel", name(channel), "outcome", outcome, "reason", reason)
                .register(metrics);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
