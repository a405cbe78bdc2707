package org.amelionboarding.form;

import java.time.Clock;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/** The European health insurance card, for stays in other countries of Europe. */
@Component
class OrderCeam extends ProfileItemForm {

    OrderCeam(Profiles profiles, OnboardingSettings settings, Clock clock) {
        super(ProfileItem.ORDER_CEAM, profiles, settings, clock);
    }
}
