package org.amelionboarding.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Holding;
import org.amelionboarding.dossier.Sessions;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves of a dossier nothing but its row, with number, dates, language, channel and the reason of its end: the counts
 * stay. The history of its processes holds nothing personal and goes when its own time is over.
 */
@Component
class Erasure {

    enum State {
        READY,
        DONE,
        UNKNOWN
    }

    private final Dossiers dossiers;
    private final List<Holding> holdings;
    private final RunningProcesses processes;
    private final Sessions sessions;
    private final Outbox outbox;
    private final RetentionLog log;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasure(
            Dossiers dossiers,
            List<Holding> holdings,
            RunningProcesses processes,
            Sessions sessions,
            Outbox outbox,
            RetentionLog log,
            JdbcClient jdbc,
            Clock clock) {
        this.dossiers = dossiers;
        this.holdings = holdings;
        this.processes = processes;
        this.sessions = sessions;
        this.outbox = outbox;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    State look(String number) {
        return jdbc.sql("select erased_at from dossier where number = ?")
                .param(number)
                .query((row, n) -> row.getTimestamp("erased_at") == null ? State.READY : State.DONE)
                .optional()
                .orElse(State.UNKNOWN);
    }

    /**
     * On request (GDPR art. 17). Of two at the same time one erases; the other waits, and finds it done.
     *
     * @return what was found: only {@link State#READY} has been erased now
     */
    @Transactional
    State onRequest(String number, ErasureReason reason, String advisor) {
        dossiers.find(number).ifPresent(known -> dossiers.lock(number));
        State before = look(number);
        if (before == State.READY) {
            end(number, Closure.ERASED);
            log.erased(number, reason, advisor);
        }
        return before;
    }

    /** Ends whatever goes on for the dossier, erases it, and tells its owner in a last mail. */
    @Transactional
    void end(String number, Closure closure) {
        Dossier dossier = dossiers.lock(number);
        processes.end(number);
        sessions.endAllOf(number);
        leaveNothing(number);
        if (dossier.email() != null) {
            outbox.queue(dossier, MessagePurpose.DOSSIER_ERASED, "");
        }
        if (!dossier.isClosed()) {
            dossiers.close(number, closure);
        }
    }

    /** Of a dossier that is closed, or will be. */
    @Transactional
    void leaveNothing(String number) {
        holdings.forEach(holding -> holding.erase(number));
        jdbc.sql("update dossier set erased_at = ? where number = ?")
                .params(Timestamp.from(clock.instant()), number)
                .update();
    }
}
