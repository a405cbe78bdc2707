package org.amelionboarding.message;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How a channel fares, for all nodes.
 *
 * @param failures in a row; 0 means that the channel works
 * @param probeAt when the next single message may be tried; null while the channel works
 * @param error code of the latest failure; null while the channel works
 * @param announced whether the rest of the application has been told that the channel is down
 */
@Table("message_channel")
record ChannelState(@Id Channel channel, int failures, Instant probeAt, String error, boolean announced) {

    boolean isDown() {
        return failures > 0;
    }
}
