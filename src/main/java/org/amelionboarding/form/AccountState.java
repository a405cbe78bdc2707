package org.amelionboarding.form;

import java.security.Principal;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the signed-in student whether their account is active: a task that is gone does not tell why. */
@RestController
class AccountState {

    record Answer(boolean active) {}

    private final Dossiers dossiers;

    AccountState(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @GetMapping("/api/account")
    Answer state(Principal student) {
        return new Answer(dossiers.of(student.getName()).isActive());
    }
}
