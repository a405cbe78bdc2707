package org.amelionboarding.form;

import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Passwords;
import org.springframework.stereotype.Component;

/** Step 1 of 3. The password is taken exactly as received (A24). */
@Component
class ChoosePassword implements TaskForm<ChoosePassword.Input> {

    record Input(String newPassword, String confirmPassword) {

        @Override
        public String toString() {
            return "ChoosePassword[…]";
        }
    }

    private final Dossiers dossiers;
    private final PasswordEntry entry;
    private final Passwords passwords;
    private final Clock clock;

    ChoosePassword(Dossiers dossiers, PasswordEntry entry, Passwords passwords, Clock clock) {
        this.dossiers = dossiers;
        this.entry = entry;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_ChoosePassword";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        entry.check(input.newPassword(), input.confirmPassword(), dossier, problems);
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        String hash = passwords.hash(input.newPassword());
        dossiers.change(dossier.number(), chosen -> chosen.choosePassword(hash, clock.instant()));
    }

    @Override
    public boolean isCancellable() {
        return true;
    }
}
