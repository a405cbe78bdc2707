package org.amelionboarding.signin;

import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs a student in with NIR and provisional code the first time, with NIR and password from then on; once the account
 * is active a code by mail follows ({@link CodeNeeded}). The answer is the same for an unknown NIR, a wrong code and a
 * wrong password (A12); the signed-in name is the dossier number.
 */
@Component
class StudentSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(StudentSignIn.class);

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
        String name = "student " + nir.map(Nir::body).orElse(attempt.getName());
        String address = ((WebAuthenticationDetails) attempt.getDetails()).getRemoteAddress();
        throttle.check(name, address);

        Optional<Dossier> dossier = nir.flatMap(dossiers::find);
        if (!isRight(dossier, String.valueOf(attempt.getCredentials()))) {
            throttle.failed(name, address);
            LOG.info("Sign-in refused, dossier {}", dossier.map(Dossier::number).orElse("unknown"));
            throw new BadCredentialsException("Sign-in refused");
        }
        throttle.succeeded(name, address);
        if (dossier.orElseThrow().isActive()) {
            throw new CodeNeeded(dossier.get().number());
        }
        return student(dossier.get().number());
    }

    private boolean isRight(Optional<Dossier> dossier, String secret) {
        boolean password =
                passwords.matches(secret, dossier.map(Dossier::passwordHash).orElse(null));
        return password
                || dossier.isPresent()
                        && secrets.useProvisionalCode(dossier.get().number(), secret);
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
