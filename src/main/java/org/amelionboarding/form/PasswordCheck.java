package org.amelionboarding.form;

import java.security.Principal;
import java.util.Set;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.PasswordProblem;
import org.amelionboarding.dossier.PasswordVerdict;
import org.amelionboarding.dossier.Passwords;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges a password while it is typed, by the same rules as the gate. */
@RestController
class PasswordCheck {

    record Typed(String password) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /** @param strength 0 (weak) to 4 (strong), advice only */
    record Answer(boolean accepted, Set<PasswordProblem> reasons, int strength) {}

    private final Dossiers dossiers;
    private final Passwords passwords;

    PasswordCheck(Dossiers dossiers, Passwords passwords) {
        this.dossiers = dossiers;
        this.passwords = passwords;
    }

    @PostMapping("/api/password-check")
    Answer check(@RequestBody Typed typed, Principal student) {
        String password = typed.password() == null ? "" : typed.password();
        PasswordVerdict verdict = passwords.assess(password, dossiers.of(student.getName()));
        return new Answer(verdict.accepted(), verdict.reasons(), verdict.strength());
    }
}
