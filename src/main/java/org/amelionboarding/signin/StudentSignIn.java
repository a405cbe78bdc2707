package org.amelionboarding.signin;

import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.Passwords;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.dossier.SignInAttempts;
import org.amelionboarding.dossier.TooBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs a student in with NIR and provisional code the first time, with NIR and password from then on; once the account
 * is active a code by mail follows ({@link CodeNeeded}). The answer is the same for an unknown NIR, a wrong code and a
 * wrong password (A12); the signed-in name is the dossier number.
 */
@Component
class StudentSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(StudentSignIn.class);

    /** Looked up where there is no dossier, which takes as long (A12). */
    private static final String NOBODY = "unknown";

    private final Dossiers dossiers;
    private final Passwords passwords;
    private final OneTimeSecrets secrets;
    private final SignInThrottle throttle;

    StudentSignIn(Dossiers dossiers, Passwords passwords, OneTimeSecrets secrets, SignInThrottle throttle) {
        this.dossiers = dossiers;
        this.passwords = passwords;
        this.secrets = secrets;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Optional<Nir> nir = Nir.atSignIn(attempt.getName());
        String name = nir.map(SignInAttempts::nameOf).orElse("unknown " + attempt.getName());
        throttle.begin(name, attempt);

        Optional<Dossier> dossier = nir.flatMap(dossiers::find);
        String secret = String.valueOf(attempt.getCredentials());
        if (!isRight(dossier, name, attempt)) {
            throw refusal(dossier, secret);
        }
        throttle.succeeded(name, attempt);
        if (dossier.orElseThrow().isActive()) {
            throw new CodeNeeded(dossier.get().number());
        }
        return student(dossier.get().number());
    }

    private boolean isRight(Optional<Dossier> dossier, String name, Authentication attempt) {
        try {
            return isPassword(dossier, String.valueOf(attempt.getCredentials())) || isCode(dossier, name, attempt);
        } catch (TooBusy e) {
            throttle.takeBack(name, attempt);
            throw e;
        }
    }

    private boolean isPassword(Optional<Dossier> dossier, String secret) {
        return passwords.matches(secret, dossier.map(Dossier::passwordHash).orElse(null));
    }

    /** An active account opens by its password only: a code by SMS would lead round it. */
    private boolean isCode(Optional<Dossier> dossier, String name, Authentication attempt) {
        String number =
                dossier.filter(owner -> !owner.isActive()).map(Dossier::number).orElse(NOBODY);
        if (secrets.live(number, SecretPurpose.PROVISIONAL_CODE).isEmpty()) {
            throttle.countNothing(name, attempt);
            return false;
        }
        return secrets.useProvisionalCode(number, String.valueOf(attempt.getCredentials()), throttle.origin(attempt));
    }

    /** Tells no more than that it is wrong, unless it was a right code once: then its owner has typed it (A12). */
    private AuthenticationException refusal(Optional<Dossier> dossier, String secret) {
        String number = dossier.map(Dossier::number).orElse(NOBODY);
        AuthenticationException refusal = secrets.formerProvisionalCode(number, secret)
                .<AuthenticationException>map(code -> new FormerCode(code, dossier.orElseThrow()))
                .orElseGet(() -> new BadCredentialsException("Wrong secret"));
        LOG.info("Sign-in refused, dossier {}: {}", number, refusal.getMessage());
        return refusal;
    }

    /** The student of this dossier, signed in. */
    Authentication student(String number) {
        dossiers.signedIn(number);
        LOG.info("Signed in, dossier {}", number);
        return UsernamePasswordAuthenticationToken.authenticated(
                number, null, List.of(new SimpleGrantedAuthority("ROLE_" + Roles.STUDENT)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
