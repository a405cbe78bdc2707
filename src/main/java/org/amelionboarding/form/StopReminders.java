package org.amelionboarding.form;

import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Profiles;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the reminders of the profile for who holds the link of one; what is to do stays where it is. */
@Component
public class StopReminders {

    enum State {
        READY,
        STOPPED,
        ALREADY_STOPPED,
        UNKNOWN
    }

    private static final String STOPPED = "REMINDERS_STOPPED";

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final RuntimeService processes;

    StopReminders(Dossiers dossiers, Profiles profiles, RuntimeService processes) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.processes = processes;
    }

    Optional<Dossier> dossier(String token) {
        return profiles.findByStopToken(token).flatMap(dossiers::find);
    }

    /** Changes nothing: mail scanners open every link (A10). */
    State look(String token) {
        return dossier(token)
                .map(dossier -> profiles.areRemindersStopped(dossier.number()) ? State.ALREADY_STOPPED : State.READY)
                .orElse(State.UNKNOWN);
    }

    /** One of two at the same time stops; the other waits, and finds it done. */
    @Transactional
    State stop(String token) {
        dossier(token).ifPresent(dossier -> dossiers.lock(dossier.number()));
        State before = look(token);
        if (before != State.READY) {
            return before;
        }
        stopFor(dossier(token).orElseThrow().number());
        return State.STOPPED;
    }

    /** Stops them for a dossier that is locked. */
    public void stopFor(String dossier) {
        profiles.stopReminders(dossier);
        processes
                .createExecutionQuery()
                .processInstanceBusinessKey(dossier)
                .messageEventSubscriptionName(STOPPED)
                .list()
                .forEach(waiting -> processes.messageEventReceived(STOPPED, waiting.getId()));
    }
}
