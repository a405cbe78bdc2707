package org.amelionboarding.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.function.IntSupplier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what has been kept long enough, in small transactions, and writes down how much. Several nodes may do it at
 * once: each row is deleted by one of them.
 */
@Component
class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final AgeRules rules;
    private final OldDossiers dossiers;
    private final RetentionLog log;
    private final RetentionSettings settings;
    private final OnboardingSettings onboarding;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Purge(
            AgeRules rules,
            OldDossiers dossiers,
            RetentionLog log,
            RetentionSettings settings,
            OnboardingSettings onboarding,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.dossiers = dossiers;
        this.log = log;
        this.settings = settings;
        this.onboarding = onboarding;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells before it erases: who was told today is not erased today. */
    void run() {
        repeat(Act.UNUSED_ACCOUNTS, () -> dossiers.eraseUnused(before(settings.unused()), before(settings.notice())));
        repeat(
                Act.UNUSED_NOTICES,
                () -> dossiers.tellUnused(before(settings.unused().minus(settings.notice()))));
        repeat(Act.CLOSED_DOSSIERS, () -> dossiers.eraseClosed(before(settings.closed())));
        rules.all().forEach(rule -> repeat(rule.act(), () -> delete(rule)));
    }

    private int delete(AgeRule rule) {
        return jdbc.sql(rule.statement())
                .param("before", Timestamp.from(before(rule.age())))
                .param("most", settings.batch())
                .update();
    }

    /** What cannot be done today does not keep the other rules from it. */
    private void repeat(Act act, IntSupplier batch) {
        int all = 0;
        try {
            for (int done = once(batch); done > 0; done = once(batch)) {
                all += done;
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Purge of {} goes on at the next one ({})",
                    act,
                    e.getClass().getSimpleName());
        }
        if (all > 0) {
            log.purged(act, all);
        }
    }

    private int once(IntSupplier batch) {
        return transaction.execute(status -> batch.getAsInt());
    }

    private Instant before(TemporalAmount age) {
        return clock.instant().atZone(onboarding.zone()).minus(age).toInstant();
    }
}
