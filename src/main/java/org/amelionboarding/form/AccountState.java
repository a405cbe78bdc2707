package org.amelionboarding.form;

import java.security.Principal;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the signed-in student whether their account is active, and so which services are open to them. */
@RestController
class AccountState {

    /** @param asked whether a question of theirs waits for its answer */
    record Answer(boolean active, boolean asked) {}

    private final Dossiers dossiers;
    private final Contacts contacts;

    AccountState(Dossiers dossiers, Contacts contacts) {
        this.dossiers = dossiers;
        this.contacts = contacts;
    }

    @GetMapping("/api/account")
    Answer state(Principal student) {
        return new Answer(dossiers.of(student.getName()).isActive(), contacts.isAnswerDue(student.getName()));
    }
}
