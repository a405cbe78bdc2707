package org.amelionboarding.signin;

import java.util.Map;
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

    StaffSignIn(StaffSettings settings, SignInThrottle throttle) {
        super(new InMemoryUserDetailsManager(settings.accounts().entrySet().stream()
                .map(account -> User.withUsername(account.getKey())
                        .password(account.getValue().password())
                        .roles(account.getValue().role())
                        .build())
                .toList()));
        this.throttle = throttle;
        setPasswordEncoder(new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8())));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = "staff " + attempt.getName();
        throttle.begin(name, attempt);
        Authentication person = super.authenticate(attempt);
        throttle.succeeded(name, attempt);
        return person;
    }
}
