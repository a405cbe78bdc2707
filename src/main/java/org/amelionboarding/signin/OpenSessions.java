package org.amelionboarding.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.stereotype.Component;

/** Who is signed in where, and since when: also a busy session ends some time (A17). */
@Component
class OpenSessions extends SessionRegistryImpl {

    private final Map<String, Instant> signedInAt = new ConcurrentHashMap<>();
    private final Duration longest;
    private final Clock clock;

    OpenSessions(OnboardingSettings settings, Clock clock) {
        this.longest = settings.session().longest();
        this.clock = clock;
    }

    @Override
    public void registerNewSession(String session, Object person) {
        super.registerNewSession(session, person);
        signedInAt.put(session, clock.instant());
    }

    @Override
    public SessionInformation getSessionInformation(String session) {
        SessionInformation known = super.getSessionInformation(session);
        Instant start = signedInAt.get(session);
        if (known != null && start != null && !clock.instant().isBefore(start.plus(longest))) {
            known.expireNow();
        }
        return known;
    }

    @Override
    public void removeSessionInformation(String session) {
        super.removeSessionInformation(session);
        signedInAt.remove(session);
    }
}
