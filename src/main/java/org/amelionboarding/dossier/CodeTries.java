package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the tries of a provisional code before they are looked at, each in one conditional statement, so that of many
 * at the same time no more than the allowed ones are (A4). They count for the network address that they come from, and
 * the code is worthless only there: a stranger who guesses takes nothing from the owner. All together they kill it.
 */
@Component
class CodeTries {

    /**
     * @param number how many there have been from there, this one included; 0 if it was one too many
     * @param counts whether it may be looked at
     */
    record Try(int number, boolean counts) {}

    private final JdbcClient jdbc;
    private final OneTimeSecretRepository secrets;
    private final ApplicationEventPublisher events;
    private final OnboardingSettings.Code settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CodeTries(
            JdbcClient jdbc,
            OneTimeSecretRepository secrets,
            ApplicationEventPublisher events,
            OnboardingSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.events = events;
        this.settings = settings.code();
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // A try stays counted whatever becomes of its caller.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Try count(OneTimeSecret code, String origin) {
        try {
            return transaction.execute(status -> {
                int number = countThere(code, origin);
                return new Try(number, number > 0 && countInAll(code));
            });
        } catch (DuplicateKeyException e) {
            // Another first try from there came at the same moment.
            return count(code, origin);
        }
    }

    private int countThere(OneTimeSecret code, String origin) {
        boolean counted = jdbc.sql("update code_try set tries = tries + 1, tried_at = ?"
                                + " where code = ? and origin = ? and tries < ?")
                        .params(now(), code.id(), origin, settings.attempts())
                        .update()
                == 1;
        // Between the update and the commit nobody else changes it.
        return triesFrom(code, origin).map(tries -> counted ? tries : 0).orElseGet(() -> countFirst(code, origin));
    }

    private Optional<Integer> triesFrom(OneTimeSecret code, String origin) {
        return jdbc.sql("select tries from code_try where code = ? and origin = ?")
                .params(code.id(), origin)
                .query(Integer.class)
                .optional();
    }

    private int countFirst(OneTimeSecret code, String origin) {
        return jdbc.sql("insert into code_try (code, origin, tries, tried_at) values (?, ?, 1, ?)")
                .params(code.id(), origin, now())
                .update();
    }

    private boolean countInAll(OneTimeSecret code) {
        return secrets.countTry(code.id(), settings.attemptsInAll()) == 1;
    }

    /** Tells that the code is worthless there, if this wrong try was the last one; of all tries only one is. */
    void wrong(OneTimeSecret code, Try last) {
        if (last.number() == settings.attempts()) {
            transaction.executeWithoutResult(status -> events.publishEvent(new CodeLocked(code.dossier())));
        }
    }

    /** Whether somebody, somewhere, could type it in vain. */
    boolean isLockedAnywhere(OneTimeSecret code) {
        return code.tries() >= settings.attemptsInAll()
                || jdbc.sql("select count(*) from code_try where code = ? and tries >= ?")
                                .params(code.id(), settings.attempts())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Who gets a new code starts afresh. */
    void forget(String dossier) {
        jdbc.sql("delete from code_try where code in (select id from one_time_secret where dossier = ?)")
                .param(dossier)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
