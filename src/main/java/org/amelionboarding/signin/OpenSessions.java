package org.amelionboarding.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.stereotype.Component;

/**
 * Who is signed in where, since when, and when they last did something. A session ends when nothing was done for a
 * while, and also a busy one ends some time (A17). The container's own idle timer would never run out: Tasklist asks for
 * news every few seconds.
 */
@Component
class OpenSessions extends SessionRegistryImpl {

    /** @param lastAction as {@link MachineTime#passed} */
    private record Times(Instant signedInAt, Duration lastAction) {}

    private final Map<String, Times> times = new ConcurrentHashMap<>();
    private final Duration longest;
    private final Duration idle;
    private final Clock clock;
    private final MachineTime machine;

    OpenSessions(OnboardingSettings settings, ServerProperties server, Clock clock, MachineTime machine) {
        this.longest = settings.session().longest();
        this.idle = server.getServlet().getSession().getTimeout();
        this.clock = clock;
        this.machine = machine;
    }

    @Override
    public void registerNewSession(String session, Object person) {
        super.registerNewSession(session, person);
        times.put(session, new Times(clock.instant(), machine.passed()));
    }

    /** The person has done something. */
    void noteAction(String session) {
        times.computeIfPresent(session, (id, past) -> new Times(past.signedInAt(), machine.passed()));
    }

    /** How long the session will last. */
    Optional<TimeLeft> timeLeft(String session) {
        return Optional.ofNullable(times.get(session))
                .map(past -> new TimeLeft(
                        idle.minus(machine.passed().minus(past.lastAction())),
                        Duration.between(clock.instant(), past.signedInAt().plus(longest))));
    }

    @Override
    public SessionInformation getSessionInformation(String session) {
        SessionInformation known = super.getSessionInformation(session);
        if (known != null && timeLeft(session).filter(TimeLeft::isOver).isPresent()) {
            known.expireNow();
        }
        return known;
    }

    @Override
    public void removeSessionInformation(String session) {
        super.removeSessionInformation(session);
        times.remove(session);
    }
}
