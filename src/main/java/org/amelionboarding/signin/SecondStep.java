package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.Message;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The code by mail that follows the password once the account is active ("à chaque connexion … un code reçu par email",
 * the guide). Between the two steps the session knows the dossier, and nobody is signed in.
 */
@Component
class SecondStep {

    private static final String HALF_WAY = HalfWay.class.getName();

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final Texts texts;
    private final OnboardingSettings.SignInCode settings;
    private final Clock clock;

    SecondStep(
            Dossiers dossiers,
            OneTimeSecrets secrets,
            Outbox outbox,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings.signInCode();
        this.clock = clock;
    }

    /**
     * Sends a new code and remembers who is half-way.
     *
     * @throws SignInBlocked after too many codes that nobody used
     */
    @Transactional
    public void begin(String number, HttpServletRequest request) {
        Dossier dossier = dossiers.lock(number);
        OneTimeSecret code = newCode(number);
        send(code, dossier);
        // Another session than before the password was given (A17), in which nobody is signed in (A18).
        request.getSession().invalidate();
        remember(new HalfWay(number, code.id()), request);
    }

    /**
     * Sends the code again: the same one as long as it is good.
     *
     * @return whether this sign-in can go on; not if another one has taken its place
     * @throws SignInBlocked as at the beginning
     */
    @Transactional
    public boolean sendAgain(HalfWay waiting, HttpServletRequest request) {
        Dossier dossier = dossiers.lock(waiting.dossier());
        Optional<OneTimeSecret> awaited = secrets.awaitedSignInCode(waiting.code());
        if (awaited.isPresent() && againFrom(waiting).isEmpty()) {
            OneTimeSecret code = awaited.filter(secrets::isGood).orElseGet(() -> newCode(waiting.dossier()));
            send(code, dossier);
            remember(new HalfWay(waiting.dossier(), code.id()), request);
        }
        return awaited.isPresent();
    }

    /** From when the code can be sent again; empty if now. */
    Optional<Instant> againFrom(HalfWay waiting) {
        return outbox.latest(waiting.dossier(), MessagePurpose.SIGN_IN_CODE)
                .map(Message::queuedAt)
                .map(sent -> sent.plus(settings.coolDown()))
                .filter(clock.instant()::isBefore);
    }

    private OneTimeSecret newCode(String number) {
        secrets.signInCodesBlockedUntil(number).ifPresent(until -> {
            throw new SignInBlocked(until);
        });
        return secrets.issueSignInCode(number);
    }

    private void send(OneTimeSecret code, Dossier dossier) {
        String sending = code.id() + ':' + outbox.count(dossier.number(), MessagePurpose.SIGN_IN_CODE);
        outbox.queueUntil(
                code.expiresAt(),
                dossier,
                MessagePurpose.SIGN_IN_CODE,
                sending,
                secrets.reveal(code),
                texts.moment(code.expiresAt(), dossier.language()));
    }

    private static void remember(HalfWay waiting, HttpServletRequest request) {
        request.getSession().setAttribute(HALF_WAY, waiting);
    }

    Optional<HalfWay> halfWay(HttpServletRequest request) {
        return Optional.ofNullable((HalfWay) request.getSession().getAttribute(HALF_WAY));
    }

    /** Whether the code is right; if so nobody is half-way any more. */
    boolean isDone(HalfWay waiting, String code, HttpServletRequest request) {
        boolean right = secrets.useSignInCode(waiting.dossier(), waiting.code(), code);
        if (right) {
            request.getSession().removeAttribute(HALF_WAY);
        }
        return right;
    }
}
