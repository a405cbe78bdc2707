package org.amelionboarding.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.amelionboarding.message.Backlog;
import org.amelionboarding.message.Backlog.Waiting;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Channels;
import org.springframework.stereotype.Component;

/** What waits on each channel, and whether it works, in the metrics {@code onboarding.message.…}. */
@Component
class ChannelMetrics {

    ChannelMetrics(
            Backlog backlog, Channels channels, OperationsSettings settings, Clock clock, MeterRegistry metrics) {
        Reading<Map<Channel, Waiting>> waiting = new Reading<>(backlog::waiting, settings, clock);
        for (Channel channel : Channel.values()) {
            String name = channel.name().toLowerCase(Locale.ROOT);
            Gauge.builder(
                            "onboarding.message.waiting",
                            () -> waiting.get(all -> of(all, channel).messages()))
                    .description("Messages that could have left already")
                    .tag("channel", name)
                    .register(metrics);
            Gauge.builder(
                            "onboarding.message.oldest.waiting.age",
                            () -> waiting.get(all -> of(all, channel).age().toSeconds()))
                    .description("Time since the oldest of them could have left")
                    .baseUnit("seconds")
                    .tag("channel", name)
                    .register(metrics);
            Reading<Boolean> down = new Reading<>(() -> channels.failure(channel) != null, settings, clock);
            Gauge.builder("onboarding.message.channel.down", () -> down.get(isDown -> isDown ? 1 : 0))
                    .description("1 while the mail server or SMS gateway takes nothing")
                    .tag("channel", name)
                    .register(metrics);
        }
    }

    private static Waiting of(Map<Channel, Waiting> all, Channel channel) {
        return all.getOrDefault(channel, Waiting.NOTHING);
    }
}
