package org.amelionboarding.form;

import java.time.Clock;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.PersonalEmail;
import org.springframework.stereotype.Component;

/** Step 3 of 3: a personal e-mail address, typed twice, and if wanted another mobile number. */
@Component
class GiveContactDetails implements TaskForm<GiveContactDetails.Input> {

    record Input(String email, String confirmEmail, String mobile) {

        boolean hasMobile() {
            return mobile != null && !mobile.isBlank();
        }

        @Override
        public String toString() {
            return "GiveContactDetails[…]";
        }
    }

    private final Dossiers dossiers;
    private final EmailEntry emails;
    private final Clock clock;

    GiveContactDetails(Dossiers dossiers, EmailEntry emails, Clock clock) {
        this.dossiers = dossiers;
        this.emails = emails;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_GiveContactDetails";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        emails.check(input.email(), input.confirmEmail(), problems);
        if (input.hasMobile()) {
            problems.add("mobile", MobileNumber.check(input.mobile()));
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        MobileNumber mobile = input.hasMobile() ? MobileNumber.of(input.mobile()) : null;
        dossiers.change(
                dossier.number(),
                giving -> giving.giveContactDetails(PersonalEmail.of(input.email()), mobile, clock.instant()));
    }

    @Override
    public boolean isCancellable() {
        return true;
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return Map.of("mobile", dossier.mobile().e164());
    }
}
