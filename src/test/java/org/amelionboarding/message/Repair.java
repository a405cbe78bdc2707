package org.amelionboarding.message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes all channels work again, and everybody know it: the application is shared with other tests. */
@Component
class Repair {

    private final JdbcClient jdbc;
    private final Channels channels;

    Repair(JdbcClient jdbc, Channels channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    void allChannels() {
        jdbc.sql("update message_channel set failures = 0, probe_at = null, error = null")
                .update();
        for (Channel channel : Channel.values()) {
            channels.announce(channel);
        }
    }
}
