package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.amelionboarding.dossier.ContactDetail;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** "Are your contact details up to date?": the guide's two buttons Plus tard and Vérifier. */
@Component
class CheckContactDetails implements TaskForm<CheckContactDetails.Input> {

    /** Starts the process of a change that is to be told, and perhaps confirmed. */
    private static final String CHANGED = "CONTACT_DETAILS_CHANGED";

    enum Decision {
        VERIFY,
        LATER
    }

    record Input(
            @NotNull(message = "EMPTY") Decision decision,
            String street,
            String postalCode,
            String city,
            String email,
            String mobile,
            String password) {

        ContactDetailsEntry.Typed details() {
            return new ContactDetailsEntry.Typed(street, postalCode, city, email, mobile, password);
        }

        @Override
        public String toString() {
            return "CheckContactDetails[" + decision + "]";
        }
    }

    private final ContactDetailsEntry details;
    private final Profiles profiles;
    private final RuntimeService processes;
    private final OnboardingSettings settings;
    private final Clock clock;

    CheckContactDetails(
            ContactDetailsEntry details,
            Profiles profiles,
            @Lazy RuntimeService processes,
            OnboardingSettings settings,
            Clock clock) {
        this.details = details;
        this.profiles = profiles;
        this.processes = processes;
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
            details.check(input.details(), dossier, problems);
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.decision() == Decision.LATER) {
            LocalDate again = LocalDate.ofInstant(clock.instant(), settings.zone())
                    .plus(settings.profile().contactDetailsLater());
            profiles.answer(dossier.number(), ProfileItem.CHECK_CONTACT_DETAILS, ProfileAnswer.LATER, again);
        } else {
            keep(input.details(), dossier);
            profiles.answer(dossier.number(), ProfileItem.CHECK_CONTACT_DETAILS, ProfileAnswer.DONE, null);
        }
    }

    private void keep(ContactDetailsEntry.Typed typed, Dossier dossier) {
        Set<ContactDetail> changes = details.changes(typed, dossier);
        boolean isToBeTold = isToBeTold(changes, dossier);
        details.keep(typed, dossier, changes);
        if (isToBeTold) {
            processes
                    .createMessageCorrelation(CHANGED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlateStartMessage();
        }
    }

    /** The first postal address is given rather than changed. */
    private boolean isToBeTold(Set<ContactDetail> changes, Dossier dossier) {
        return changes.stream()
                .anyMatch(detail -> detail != ContactDetail.POSTAL_ADDRESS
                        || profiles.address(dossier.number()).isPresent());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = new LinkedHashMap<>(details.onFile(dossier));
        shown.put("itemState", ProfileItemForm.state(profiles, ProfileItem.CHECK_CONTACT_DETAILS, dossier));
        return shown;
    }
}
