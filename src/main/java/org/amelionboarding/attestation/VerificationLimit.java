package org.amelionboarding.attestation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Origins;
import org.amelionboarding.dossier.SignInAttempts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a third party check attestations, and no robot try birth dates. Wrong tries for one reference are slowed down as
 * wrong sign-ins are: every address without a failure of its own still has its try, so that nobody can lock a reference
 * for others. Beside that an address has so many checks an hour, right or wrong.
 */
@Component
class VerificationLimit {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Origins origins;
    private final SignInAttempts attempts;
    private final AttestationSettings settings;
    private final Clock clock;

    VerificationLimit(
            JdbcClient jdbc, Origins origins, SignInAttempts attempts, AttestationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.origins = origins;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a check before it is looked at; while a wait lasts its end is the answer, and nothing may be told. */
    Optional<Instant> begin(String reference, String address) {
        String origin = origins.of(address);
        return endOfWait(origin).or(() -> {
            count(origin);
            return attempts.begin(nameOf(reference), origin);
        });
    }

    /** The check was right: nothing counts against this reference and address any more. */
    void succeeded(String reference, String address) {
        attempts.succeeded(nameOf(reference), origins.of(address));
    }

    private Optional<Instant> endOfWait(String origin) {
        List<Instant> checks = jdbc.sql("select checked_at from attestation_check where origin = ? and checked_at > ?"
                        + " order by checked_at desc")
                .params(origin, hourAgo())
                .query((row, n) -> row.getTimestamp("checked_at").toInstant())
                .list();
        return checks.size() < settings.checksPerHour()
                ? Optional.empty()
                : Optional.of(checks.get(settings.checksPerHour() - 1).plus(HOUR));
    }

    private void count(String origin) {
        jdbc.sql("delete from attestation_check where checked_at <= ?")
                .param(hourAgo())
                .update();
        jdbc.sql("insert into attestation_check (origin, checked_at) values (?, ?)")
                .params(origin, Timestamp.from(clock.instant()))
                .update();
    }

    private Timestamp hourAgo() {
        return Timestamp.from(clock.instant().minus(HOUR));
    }

    private static String nameOf(String reference) {
        return "attestation " + reference;
    }
}
