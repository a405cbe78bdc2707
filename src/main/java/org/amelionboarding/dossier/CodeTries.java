package org.amelionboarding.dossier;

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

    private final JdbcClient jdbc;
    private final OneTimeSecretRepository secrets;
    private final ApplicationEventPublisher events;
    private final OnboardingSettings.Code settings;
    private final TransactionTemplate transaction;

    CodeTries(
            JdbcClient jdbc,
            OneTimeSecretRepository secrets,
            ApplicationEventPublisher events,
            OnboardingSettings settings,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.events = events;
        this.settings = settings.code();
        this.transaction = new TransactionTemplate(transactions);
        // A try stays counted whatever becomes of its caller.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the code may be compared. */
    boolean count(OneTimeSecret code, String origin) {
        try {
            return transaction.execute(status -> countHere(code, origin) && countInAll(code));
        } catch (DuplicateKeyException e) {
            // Another first try from there came at the same moment.
            return count(code, origin);
        }
    }

    private boolean countHere(OneTimeSecret code, String origin) {
        return jdbc.sql("update code_try set tries = tries + 1 where code = ? and origin = ? and tries < ?")
                                .params(code.id(), origin, settings.attempts())
                                .update()
                        == 1
                || !isKnown(code, origin) && begin(code, origin);
    }

    private boolean isKnown(OneTimeSecret code, String origin) {
        return jdbc.sql("select count(*) from code_try where code = ? and origin = ?")
                        .params(code.id(), origin)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean begin(OneTimeSecret code, String origin) {
        return jdbc.sql("insert into code_try (code, origin, tries, locked) values (?, ?, 1, false)")
                        .params(code.id(), origin)
                        .update()
                == 1;
    }

    private boolean countInAll(OneTimeSecret code) {
        return secrets.countTry(code.id(), settings.attemptsInAll()) == 1;
    }

    /** Notes that no further try from there will be looked at, once. */
    void lockIfUsedUp(OneTimeSecret code, String origin) {
        transaction.executeWithoutResult(status -> {
            int locked = jdbc.sql("update code_try set locked = true"
                            + " where code = ? and origin = ? and tries >= ? and locked = false")
                    .params(code.id(), origin, settings.attempts())
                    .update();
            if (locked == 1) {
                events.publishEvent(new CodeLocked(code.dossier()));
            }
        });
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
}
