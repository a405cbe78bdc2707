package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code by mail that follows the password once the account is active ("à chaque connexion … un code reçu par email",
 * the guide). Between the two steps the session knows the dossier, and nobody is signed in.
 */
@Component
class SecondStep {

    private static final String DOSSIER = SecondStep.class.getName();
    private static final Duration HOUR = Duration.ofHours(1);

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;
    private final StudentSignIn signIn;
    private final SessionRegistry sessions;
    private final OnboardingSettings.SignInCode settings;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SecondStep(
            Dossiers dossiers,
            OneTimeSecrets secrets,
            Outbox outbox,
            Texts texts,
            StudentSignIn signIn,
            SessionRegistry sessions,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings.signInCode();
        this.clock = clock;
    }

    /**
     * Sends a new code and remembers who is half-way.
     *
     * @throws SignInBlocked after too many codes within an hour
     */
    @Transactional
    public void begin(String number, HttpServletRequest request) {
        refuseTooManyCodes(number);
        OneTimeSecret code = secrets.issueSignInCode(number);
        var dossier = dossiers.of(number);
        outbox.queueUntil(
                code.expiresAt(),
                dossier,
                MessagePurpose.SIGN_IN_CODE,
                code.id(),
                secrets.reveal(code),
                texts.moment(code.expiresAt(), dossier.language()));
        // Another session than before the password was given (A17), in which nobody is signed in (A18).
        request.getSession().invalidate();
        request.getSession().setAttribute(DOSSIER, number);
    }

    private void refuseTooManyCodes(String number) {
        Instant now = clock.instant();
        if (secrets.issuedSince(number, SecretPurpose.SIGN_IN_CODE, now.minus(HOUR)) >= settings.mostPerHour()) {
            throw new SignInBlocked(now.plus(HOUR));
        }
    }

    Optional<String> halfWay(HttpServletRequest request) {
        return halfWayIn(request.getSession());
    }

    /** @param session null if there is none */
    static Optional<String> halfWayIn(HttpSession session) {
        return Optional.ofNullable(session).map(existing -> (String) existing.getAttribute(DOSSIER));
    }

    /** Whether the code is right; if so the student is signed in. */
    boolean complete(String number, String code, HttpServletRequest request, HttpServletResponse response) {
        if (!secrets.useSignInCode(number, code)) {
            return false;
        }
        request.getSession().removeAttribute(DOSSIER);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIn.student(number));
        contexts.saveContext(context, request, response);
        sessions.registerNewSession(request.getSession().getId(), number);
        return true;
    }
}
