package org.amelionboarding.step;

import java.util.List;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.amelionboarding.dossier.Profiles;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins with the profile: in the transaction that makes the account active, and for accounts that were active before
 * there were profiles at the start of the application.
 */
@Component
class StartProfile {

    private static final Logger LOG = LoggerFactory.getLogger(StartProfile.class);
    private static final String ACTIVATED = "ACCOUNT_ACTIVATED";
    private static final int BATCH = 100;

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final RuntimeService processes;
    private final TransactionOperations transactions;

    StartProfile(
            Dossiers dossiers, Profiles profiles, @Lazy RuntimeService processes, TransactionOperations transactions) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.processes = processes;
        this.transactions = transactions;
    }

    @EventListener
    void on(MovedOn student) {
        start(dossiers.of(student.dossier()));
    }

    /** Not a second time, however often it is asked for. */
    private void start(Dossier dossier) {
        if (dossier.isInUse() && !profiles.exists(dossier.number())) {
            profiles.open(dossier.number());
            processes
                    .createMessageCorrelation(ACTIVATED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlateStartMessage();
        }
    }

    /** Nobody waits for it: there may be hundreds of thousands. */
    @Async
    @EventListener(ApplicationReadyEvent.class)
    public void catchUp() {
        List<String> batch = profiles.missing("", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::catchUp);
            LOG.info("Accounts older than the profiles, taken up: {}", batch.size());
            batch = profiles.missing(batch.get(batch.size() - 1), BATCH);
        }
    }

    /** Each in a transaction of its own; of two nodes that start at the same time one waits, and finds it done. */
    private void catchUp(String dossier) {
        try {
            transactions.executeWithoutResult(transaction -> start(dossiers.lock(dossier)));
        } catch (RuntimeException e) {
            LOG.error("No profile for dossier {}; the next start of the application tries again", dossier, e);
        }
    }
}
