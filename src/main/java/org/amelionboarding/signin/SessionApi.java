package org.amelionboarding.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells when the session ends, so that nobody loses what they are typing (RGAA: time limits are announced). */
@RestController
class SessionApi {

    /**
     * @param endsIn seconds
     * @param warning seconds before the end from which it is to be told
     * @param last whether doing something changes nothing
     * @param signIn where to go afterwards
     */
    record Answer(long endsIn, long warning, boolean last, String signIn) {}

    private final OpenSessions sessions;
    private final Duration warning;

    SessionApi(OpenSessions sessions, OnboardingSettings settings) {
        this.sessions = sessions;
        this.warning = settings.session().warning();
    }

    @GetMapping("/api/session")
    Answer look(HttpSession session, Authentication person) {
        TimeLeft left = sessions.timeLeft(session.getId()).orElseThrow();
        boolean student =
                AuthorityUtils.authorityListToSet(person.getAuthorities()).contains("ROLE_" + Roles.STUDENT);
        return new Answer(
                left.shorter().toSeconds(),
                warning.toSeconds(),
                left.isFinal(),
                student ? "/sign-in" : "/staff/sign-in");
    }

    /** That it was called is an action ({@link PersonsActions}). */
    @PostMapping("/api/session")
    Answer stay(HttpSession session, Authentication person) {
        return look(session, person);
    }
}
