package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.PostalAddress;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/**
 * "Are your contact details up to date?": the guide's two buttons Plus tard and Vérifier. The address for mail and the
 * telephone are shown only: another one would have to be confirmed first.
 */
@Component
class CheckContactDetails implements TaskForm<CheckContactDetails.Input> {

    enum Decision {
        VERIFY,
        LATER
    }

    record Input(
            @NotNull(message = "EMPTY") Decision decision,
            @Size(max = 100, message = "TOO_LONG") String street,
            @Size(max = 10, message = "TOO_LONG") String postalCode,
            @Size(max = 100, message = "TOO_LONG") String city,
            String email,
            String mobile) {

        @Override
        public String toString() {
            return "CheckContactDetails[" + decision + "]";
        }
    }

    private final Profiles profiles;
    private final OnboardingSettings settings;
    private final Clock clock;

    CheckContactDetails(Profiles profiles, OnboardingSettings settings, Clock clock) {
        this.profiles = profiles;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_CheckContactDetails";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.decision() == Decision.VERIFY) {
            problems.addUnless(isGiven(input.street()), "street", "EMPTY");
            problems.addUnless(isGiven(input.postalCode()), "postalCode", "EMPTY");
            problems.addUnless(isGiven(input.city()), "city", "EMPTY");
            problems.addUnless(!isGiven(input.email()) || isSame(input.email(), dossier), "email", "NOT_YET");
            problems.addUnless(!isGiven(input.mobile()) || isSameMobile(input.mobile(), dossier), "mobile", "NOT_YET");
        }
    }

    private static boolean isGiven(String typed) {
        return typed != null && !typed.isBlank();
    }

    private static boolean isSame(String email, Dossier dossier) {
        return email.strip().equalsIgnoreCase(dossier.email().address());
    }

    private static boolean isSameMobile(String mobile, Dossier dossier) {
        return MobileNumber.check(mobile).isEmpty() && MobileNumber.of(mobile).equals(dossier.mobile());
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.decision() == Decision.LATER) {
            LocalDate again = LocalDate.ofInstant(clock.instant(), settings.zone())
                    .plus(settings.profile().contactDetailsLater());
            profiles.answer(dossier.number(), ProfileItem.CHECK_CONTACT_DETAILS, ProfileAnswer.LATER, again);
        } else {
            profiles.keepAddress(
                    dossier.number(),
                    new PostalAddress(
                            input.street().strip(),
                            input.postalCode().strip(),
                            input.city().strip()));
            profiles.answer(dossier.number(), ProfileItem.CHECK_CONTACT_DETAILS, ProfileAnswer.DONE, null);
        }
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return Map.of(
                "email", dossier.email().address(),
                "mobile", dossier.mobile().e164(),
                "itemState", ProfileItemForm.state(profiles, ProfileItem.CHECK_CONTACT_DETAILS, dossier));
    }
}
