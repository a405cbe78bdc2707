package org.amelionboarding.signin;

import java.util.Map;
import org.amelionboarding.dossier.HashingLine;
import org.amelionboarding.dossier.Passwords;
import org.amelionboarding.dossier.TooBusy;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs staff in with user name and password; guessing is made as slow as for students. */
@Component
class StaffSignIn extends DaoAuthenticationProvider {

    private final SignInThrottle throttle;

    StaffSignIn(StaffAccounts accounts, SignInThrottle throttle, HashingLine line) {
        super(name -> accounts.user(name).orElseThrow(() -> new UsernameNotFoundException("No such account")));
        this.throttle = throttle;
        setPasswordEncoder(new DelegatingPasswordEncoder("argon2", Map.of("argon2", line.around(Passwords.argon2()))));
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
