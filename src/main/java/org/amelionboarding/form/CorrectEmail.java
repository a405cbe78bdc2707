package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/** The mail could not be delivered: an advisor calls the student and takes down the right address. */
@Component
class CorrectEmail implements TaskForm<CorrectEmail.Input> {

    enum Action {
        CORRECT,
        NO_CHANGE
    }

    record Input(@NotNull(message = "EMPTY") Action action, String email, String confirmEmail) {

        @Override
        public String toString() {
            return "CorrectEmail[" + action + "]";
        }
    }

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final EmailEntry emails;
    private final Clock clock;

    CorrectEmail(Dossiers dossiers, OneTimeSecrets secrets, EmailEntry emails, Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.emails = emails;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_CorrectEmail";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.action() == Action.CORRECT) {
            emails.check(input.email(), input.confirmEmail(), problems);
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.action() == Action.CORRECT) {
            correct(PersonalEmail.of(input.email()), dossier.number());
        }
    }

    /** A link that went to the wrong address must not work any more. */
    private void correct(PersonalEmail corrected, String number) {
        secrets.revoke(number, SecretPurpose.EMAIL_LINK);
        dossiers.change(number, correcting -> correcting.correctEmail(corrected, clock.instant()));
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> card = StudentCard.withTelephone(dossier);
        card.put("maskedEmail", dossier.email().masked());
        return card;
    }
}
