package org.amelionboarding.form;

import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Passwords;
import org.springframework.stereotype.Component;

/** A new password typed twice. */
@Component
class PasswordEntry {

    private final Passwords passwords;

    PasswordEntry(Passwords passwords) {
        this.passwords = passwords;
    }

    void check(String newPassword, String confirmPassword, Dossier owner, Problems problems) {
        if (newPassword == null || newPassword.isEmpty()) {
            problems.add("newPassword", "EMPTY");
        } else {
            problems.add("newPassword", passwords.assess(newPassword, owner).reasons());
            problems.addUnless(newPassword.equals(confirmPassword), "confirmPassword", "DIFFERENT");
        }
    }
}
