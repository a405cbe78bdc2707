package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Devices;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The end of a sign-in to an active account: a session of its own, and a look at the device. Whoever signs in from one
 * that was never seen before is told to the owner by mail, but for the first one of all.
 */
@Component
class Arrival {

    /** Where signing in leads, whatever the browser says. */
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final StudentSignIn signIn;
    private final SessionRegistry sessions;
    private final Dossiers dossiers;
    private final Devices devices;
    private final DeviceCookie cookie;
    private final Outbox outbox;
    private final Texts texts;
    private final OnboardingSettings settings;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Arrival(
            StudentSignIn signIn,
            SessionRegistry sessions,
            Dossiers dossiers,
            Devices devices,
            DeviceCookie cookie,
            Outbox outbox,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.dossiers = dossiers;
        this.devices = devices;
        this.cookie = cookie;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the student has said that the password is enough on this device. */
    boolean isOnTrustedDevice(String number, HttpServletRequest request) {
        return isTrustOffered() && devices.isTrusted(number, cookie.tokens(request));
    }

    boolean isTrustOffered() {
        return settings.signIn().trustedDevice().compareTo(Duration.ZERO) > 0;
    }

    /** @param trust whether the password is to be enough here from now on, if that is offered at all */
    void signIn(String number, boolean trust, HttpServletRequest request, HttpServletResponse response) {
        look(dossiers.of(number), trust && isTrustOffered(), request, response);
        // Another session than before (A17).
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIn.student(number));
        contexts.saveContext(context, request, response);
        sessions.registerNewSession(request.getSession().getId(), number);
    }

    private void look(Dossier dossier, boolean trust, HttpServletRequest request, HttpServletResponse response) {
        List<String> tokens = cookie.tokens(request);
        boolean known = devices.recognise(dossier.number(), tokens);
        if (!known && dossier.isSignedInSinceActivation()) {
            tellOwner(dossier);
        }
        if (!known || trust) {
            Duration trusted = trust ? settings.signIn().trustedDevice() : Duration.ZERO;
            String token = devices.remember(dossier.number(), trusted);
            tokens = Stream.concat(Stream.of(token), tokens.stream()).toList();
        }
        cookie.keep(tokens, request, response);
    }

    private void tellOwner(Dossier dossier) {
        Instant now = clock.instant();
        outbox.queue(
                dossier,
                MessagePurpose.NEW_DEVICE,
                now.toString(),
                texts.moment(now, dossier.language()),
                settings.baseUrl());
    }
}
