package org.amelionboarding.form;

import java.time.Clock;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.Passwords;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a reset link is good for, and its use: token, password and process together or not at all. */
@Component
class NewPassword {

    /** Ends the waiting of the password reset. */
    static final String CHOSEN = "PASSWORD_CHOSEN";

    enum State {
        READY,
        CHANGED,
        ALREADY_USED,
        EXPIRED,
        UNKNOWN
    }

    private final OneTimeSecrets secrets;
    private final Dossiers dossiers;
    private final Passwords passwords;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewPassword(
            OneTimeSecrets secrets,
            Dossiers dossiers,
            Passwords passwords,
            RuntimeService runtime,
            TransactionTemplate transaction,
            Clock clock) {
        this.secrets = secrets;
        this.dossiers = dossiers;
        this.passwords = passwords;
        this.runtime = runtime;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells what the link is good for and changes nothing: mail scanners open every link (A10). */
    State look(String token) {
        return secrets.findResetLink(token).map(this::state).orElse(State.UNKNOWN);
    }

    private State state(OneTimeSecret link) {
        if (link.isUsed()) {
            return State.ALREADY_USED;
        }
        return secrets.isLive(link) ? State.READY : State.EXPIRED;
    }

    /** The dossier that a link, live or not, was sent for. */
    Optional<Dossier> dossier(String token) {
        return secrets.findResetLink(token).map(OneTimeSecret::dossier).flatMap(dossiers::find);
    }

    /** @param password keeps all rules */
    State choose(String token, String password, Dossier owner) {
        String hash = passwords.hash(password);
        try {
            boolean chosen = Boolean.TRUE.equals(transaction.execute(ours -> useAndKeep(token, hash, owner.number())));
            return chosen ? State.CHANGED : stateAfterAnother(token);
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException | ConcurrencyFailureException e) {
            // Somebody was quicker: a second click, a newer link, or the timer at the end of the link's life.
            return stateAfterAnother(token);
        }
    }

    private boolean useAndKeep(String token, String hash, String number) {
        if (!secrets.useResetToken(number, token)) {
            return false;
        }
        dossiers.change(number, choosing -> choosing.choosePassword(hash, clock.instant()));
        runtime.createMessageCorrelation(CHOSEN)
                .processInstanceBusinessKey(number)
                .correlate();
        return true;
    }

    private State stateAfterAnother(String token) {
        State now = look(token);
        return now == State.READY ? State.EXPIRED : now;
    }
}
