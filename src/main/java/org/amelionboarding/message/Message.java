package org.amelionboarding.message;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One message to one student and what has become of it. Address and text are in the sealed payload, which is gone once
 * the message has left or never will.
 *
 * @param phone of an SMS a keyed digest of its number, else null
 * @param maskedTo where it goes as it may be shown, sealed; null once the dossier has ended
 * @param dueAt from when on it may leave
 * @param expiresAt when it becomes worthless; null for never
 * @param nextAttemptAt of a failed message: when to tell it to whoever can help; null once that is done
 * @param silences tries of which nobody knows whether they arrived
 */
public record Message(
        @Id String id,
        String dossier,
        MessagePurpose purpose,
        String uniqueKey,
        Channel channel,
        String phone,
        byte[] payload,
        byte[] maskedTo,
        Status status,
        Instant queuedAt,
        Instant dueAt,
        Instant expiresAt,
        Instant nextAttemptAt,
        Instant leasedUntil,
        int attempts,
        int silences,
        Instant sentAt,
        String error) {

    /** SENT means: taken over by the mail server or the SMS centre, not: read. DROPPED: it had expired before. */
    public enum Status {
        QUEUED,
        SENT,
        FAILED,
        DROPPED
    }

    @Override
    public String toString() {
        return purpose + " of " + dossier;
    }
}
