package org.amelionboarding.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dossiers that are kept no longer, so many at a time: those that are closed, and accounts in which nobody signs in. A
 * dossier that another node, or its owner, is busy with is passed over.
 */
@Component
class OldDossiers {

    private static final String UNUSED =
            "activated_at is not null and closed_at is null and coalesce(signed_in_at, activated_at) <= ?";

    private final Erasure erasure;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Texts texts;
    private final RetentionSettings settings;
    private final OnboardingSettings onboarding;
    private final JdbcClient jdbc;
    private final Clock clock;

    OldDossiers(
            Erasure erasure,
            Dossiers dossiers,
            Outbox outbox,
            Texts texts,
            RetentionSettings settings,
            OnboardingSettings onboarding,
            JdbcClient jdbc,
            Clock clock) {
        this.erasure = erasure;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings;
        this.onboarding = onboarding;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return how many were closed before then, and are erased now */
    int eraseClosed(Instant before) {
        List<String> found = some("closed_at <= ? and erased_at is null", before);
        found.forEach(erasure::leaveNothing);
        return found.size();
    }

    /**
     * Tells the owners of accounts in which nobody has signed in since then, once; again if they have come back since.
     *
     * @return how many
     */
    int tellUnused(Instant before) {
        List<String> found =
                some(UNUSED + " and (unused_notice_at is null or unused_notice_at < signed_in_at)", before);
        found.forEach(this::tell);
        return found.size();
    }

    private void tell(String number) {
        Instant now = clock.instant();
        Instant end = now.atZone(onboarding.zone()).plus(settings.notice()).toInstant();
        Dossier dossier = dossiers.of(number);
        outbox.queue(dossier, MessagePurpose.ACCOUNT_UNUSED, now.toString(), texts.date(end, dossier.language()));
        jdbc.sql("update dossier set unused_notice_at = ? where number = ?")
                .params(Timestamp.from(now), number)
                .update();
    }

    /**
     * Erases accounts in which nobody has signed in since then, nor since they were told.
     *
     * @param told when they must have been told at the latest
     * @return how many
     */
    int eraseUnused(Instant before, Instant told) {
        List<String> found = some(
                UNUSED + " and unused_notice_at <= ? and (signed_in_at is null or signed_in_at <= unused_notice_at)",
                before,
                told);
        found.forEach(number -> erasure.end(number, Closure.UNUSED));
        return found.size();
    }

    private List<String> some(String condition, Instant... moments) {
        var query = jdbc.sql("select number from dossier where " + condition
                + " order by number fetch first ? rows only for update skip locked");
        for (Instant moment : moments) {
            query = query.param(Timestamp.from(moment));
        }
        return query.param(settings.batch()).query(String.class).list();
    }
}
