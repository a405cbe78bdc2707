package org.amelionboarding.dossier;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A code or link token as the database knows it: never the value itself. */
public record OneTimeSecret(
        @Id String id,
        String dossier,
        SecretPurpose purpose,
        String digest,
        byte[] sealed,
        Instant issuedAt,
        Instant expiresAt,
        int tries,
        Instant usedAt,
        Instant revokedAt) {

    boolean isLive(Instant now) {
        return isAwaited() && now.isBefore(expiresAt);
    }

    /** Neither used nor replaced, though perhaps expired. */
    boolean isAwaited() {
        return usedAt == null && revokedAt == null;
    }

    /** Whether a live secret can be sent again: of a code for the desk no copy is kept. */
    boolean isRepeatable() {
        return sealed != null;
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    @Override
    public String toString() {
        return purpose + " of " + dossier;
    }
}
