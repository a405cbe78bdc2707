package org.amelionboarding.signin;

import java.util.Map;
import org.amelionboarding.dossier.HashingLine;
import org.amelionboarding.dossier.TooBusy;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/** Signs staff in with user name and password; guessing is made as slow as for students. */
@Component
class StaffSignIn extends DaoAuthenticationProvider {

    private final SignInThrottle throttle;

    StaffSignIn(StaffSettings settings, SignInThrottle throttle, HashingLine line) {
        super(new InMemoryUserDetailsManager(settings.accounts().entrySet().stream()
                .map(account -> User.withUsername(account.getKey())
                        .password(account.getValue().password())
                        .roles(account.getValue().role())
                        .build())
                .toList()));
        this.throttle = throttle;
        setPasswordEncoder(new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", line.around(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()))));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = "staff " + attempt.getName();
        throttle.begin(name, attempt);
        Authentication person = person(name, attempt);
        throttle.succeeded(name, attempt);
        return person;
    }

    private Authentication person(String name, Authentication attempt) {
        try {
            return super.authenticate(attempt);
        } catch (TooBusy e) {
            throttle.takeBack(name, attempt);
            throw e;
        }
    }
}
