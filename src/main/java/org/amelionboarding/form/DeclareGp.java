package org.amelionboarding.form;

import java.time.Clock;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/** The <em>médecin traitant</em>: chosen with their agreement, declared, and better reimbursed. */
@Component
class DeclareGp extends ProfileItemForm<ProfileItemForm.Input> {

    DeclareGp(Profiles profiles, OnboardingSettings settings, Clock clock) {
        super(ProfileItem.DECLARE_GP, Input.class, profiles, settings, clock);
    }
}
