package org.amelionboarding.message;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Each change names the number of failures it has seen, so that of several workers and nodes exactly one makes it. */
interface ChannelRepository extends Repository<ChannelState, Channel> {

    @Query("select * from message_channel where channel = :channel")
    ChannelState find(String channel);

    @Modifying
    @Query("update message_channel set probe_at = :until"
            + " where channel = :channel and failures = :seen and probe_at <= :now")
    int takeProbe(String channel, int seen, Instant now, Instant until);

    @Modifying
    @Query("update message_channel set failures = :seen + 1, probe_at = :probe, error = :error"
            + " where channel = :channel and failures = :seen")
    int fails(String channel, int seen, Instant probe, String error);

    @Modifying
    @Query("update message_channel set failures = 0, probe_at = null, error = null"
            + " where channel = :channel and failures = :seen")
    int works(String channel, int seen);

    @Modifying
    @Query("update message_channel set announced = true"
            + " where channel = :channel and announced = false and failures > 0")
    int announceDown(String channel);

    @Modifying
    @Query("update message_channel set announced = false"
            + " where channel = :channel and announced = true and failures = 0")
    int announceRestored(String channel);
}
