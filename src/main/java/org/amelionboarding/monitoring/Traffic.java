package org.amelionboarding.monitoring;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Backlog;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Channels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of today's messages, and whether the channels work. */
@Component
class Traffic {

    /**
     * @param waiting messages that could have left already
     * @param failure code of what keeps the channel down; null if it works
     */
    record Of(Channel channel, long sent, long failed, long waiting, String failure) {}

    private final JdbcClient jdbc;
    private final Backlog backlog;
    private final Channels channels;
    private final OnboardingSettings settings;
    private final Clock clock;

    Traffic(JdbcClient jdbc, Backlog backlog, Channels channels, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.backlog = backlog;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of each channel, since midnight. */
    List<Of> today() {
        var waiting = backlog.waiting();
        return Arrays.stream(Channel.values())
                .map(channel -> new Of(
                        channel,
                        count("sent_at >= :midnight", channel),
                        count("status = 'FAILED' and failed_at >= :midnight", channel),
                        waiting.getOrDefault(channel, Backlog.Waiting.NOTHING).messages(),
                        channels.failure(channel)))
                .toList();
    }

    private long count(String which, Channel channel) {
        return jdbc.sql("select count(*) from message where channel = :channel and " + which)
                .param("channel", channel.name())
                .param("midnight", Timestamp.from(midnight()))
                .query(Long.class)
                .single();
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), settings.zone())
                .atStartOfDay(settings.zone())
                .toInstant();
    }
}
