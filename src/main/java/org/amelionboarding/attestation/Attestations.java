package org.amelionboarding.attestation;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.DossierNumber;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues attestations to students whose account is active, and tells third parties whether one is genuine. */
@Component
class Attestations {

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final AttestationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Attestations(JdbcClient jdbc, Dossiers dossiers, AttestationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.settings = settings;
        this.clock = clock;
    }

    boolean areOpenTo(String dossier) {
        return dossiers.of(dossier).isInUse();
    }

    /**
     * Of two requests at the same moment the second waits, and counts the first.
     *
     * @return empty if there were too many within a day
     */
    @Transactional
    Optional<Attestation> issue(String number) {
        Dossier dossier = dossiers.lock(number);
        Instant now = clock.instant();
        if (!dossier.isInUse() || issuedSince(number, now.minus(DAY)) >= settings.mostPerDay()) {
            return Optional.empty();
        }
        Attestation issued = new Attestation(DossierNumber.random(random), dossier, now);
        jdbc.sql("insert into attestation (reference, dossier, issued_at) values (?, ?, ?)")
                .params(issued.reference(), number, Timestamp.from(now))
                .update();
        return Optional.of(issued);
    }

    private int issuedSince(String dossier, Instant since) {
        return jdbc.sql("select count(*) from attestation where dossier = ? and issued_at > ?")
                .params(dossier, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** The attestation with this reference, if it is about somebody born on that day. */
    Optional<Attestation> find(String reference, LocalDate birthDate) {
        return jdbc.sql("select reference, dossier, issued_at from attestation where reference = ?")
                .param(reference)
                .query((row, n) -> new Attestation(
                        row.getString("reference"),
                        dossiers.of(row.getString("dossier")),
                        row.getTimestamp("issued_at").toInstant()))
                .optional()
                .filter(found -> found.dossier().isInUse())
                .filter(found -> found.dossier().identity().birthDate().equals(birthDate));
    }
}
