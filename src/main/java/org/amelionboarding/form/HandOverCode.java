package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/**
 * The code did not reach the mobile: an advisor corrects the number, or hands the code over to the student at the desk.
 * The latter is done from the desk's own page, which issues and shows the code.
 */
@Component
class HandOverCode implements TaskForm<HandOverCode.Input> {

    enum Action {
        CORRECT_MOBILE,
        HAND_OVER
    }

    record Input(@NotNull(message = "EMPTY") Action action, String mobile, boolean identityChecked) {

        @Override
        public String toString() {
            return "HandOverCode[" + action + "]";
        }
    }

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;

    HandOverCode(Dossiers dossiers, OneTimeSecrets secrets) {
        this.dossiers = dossiers;
        this.secrets = secrets;
    }

    @Override
    public String key() {
        return "Task_HandOverCode";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.action() == Action.CORRECT_MOBILE) {
            problems.add("mobile", MobileNumber.check(input.mobile()));
        } else if (input.action() == Action.HAND_OVER) {
            problems.addUnless(input.identityChecked(), "identityChecked", "NOT_CHECKED");
            problems.addUnless(secrets.isWithStudent(dossier.number()), "action", "NOT_AT_DESK");
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.action() == Action.CORRECT_MOBILE) {
            correct(MobileNumber.of(input.mobile()), dossier.number());
        } else {
            dossiers.codeSent(dossier.number());
        }
    }

    /** A code that went to the wrong number must not work any more. */
    private void correct(MobileNumber corrected, String number) {
        secrets.revoke(number, SecretPurpose.PROVISIONAL_CODE);
        dossiers.change(number, correcting -> correcting.correctMobile(corrected));
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return StudentCard.of(dossier);
    }
}
