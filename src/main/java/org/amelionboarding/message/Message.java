package org.amelionboarding.message;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One message to one student and what has become of it. Address and text are in the sealed payload, which is gone once
 * the message has left.
 */
public record Message(
        @Id String id,
        String dossier,
        MessagePurpose purpose,
        String uniqueKey,
        Channel channel,
        byte[] payload,
        Status status,
        Instant queuedAt,
        Instant nextAttemptAt,
        Instant leasedUntil,
        int attempts,
        Instant sentAt,
        String error) {

    /** SENT means: taken over by the mail server or the SMS centre, not: read. */
    public enum Status {
        QUEUED,
        SENT,
        FAILED
    }

    @Override
    public String toString() {
        return purpose + " of " + dossier;
    }
}
