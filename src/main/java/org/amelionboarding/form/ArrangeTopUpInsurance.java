package org.amelionboarding.form;

import java.time.Clock;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/** The <em>mutuelle</em>, or the <em>Complémentaire santé solidaire</em> (CSS). */
@Component
class ArrangeTopUpInsurance extends ProfileItemForm<ProfileItemForm.Input> {

    ArrangeTopUpInsurance(Profiles profiles, OnboardingSettings settings, Clock clock) {
        super(ProfileItem.ARRANGE_TOP_UP_INSURANCE, Input.class, profiles, settings, clock);
    }
}
