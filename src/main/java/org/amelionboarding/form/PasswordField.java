package org.amelionboarding.form;

import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.PasswordAgain;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** The password of who is signed in, asked for once more in the field {@code password}. */
@Component
class PasswordField {

    private final PasswordAgain passwordAgain;
    private final Texts texts;

    PasswordField(PasswordAgain passwordAgain, Texts texts) {
        this.passwordAgain = passwordAgain;
        this.texts = texts;
    }

    void check(String typed, Dossier dossier, Problems problems) {
        if (typed == null || typed.isEmpty()) {
            problems.add("password", "EMPTY");
            return;
        }
        Optional<String> blocked =
                passwordAgain.waitsUntil(dossier.number()).map(end -> texts.moment(end, dossier.language()));
        if (blocked.isPresent()) {
            problems.add("password", "BLOCKED", blocked.get());
        } else {
            problems.addUnless(passwordAgain.confirms(dossier.number(), typed), "password", "WRONG");
        }
    }
}
