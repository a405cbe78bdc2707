package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.dossier.Departure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OnboardingSettings.Ceam;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/**
 * The European health insurance card, for stays in other countries of Europe. Who puts it off may tell when they leave:
 * then it is asked about again in time for the card, whatever later day they name.
 */
@Component
class OrderCeam extends ProfileItemForm<OrderCeam.Input> {

    /** @param travelDate day of the departure; counts with {@link ProfileAnswer#LATER} only */
    record Input(@NotNull(message = "EMPTY") ProfileAnswer answer, LocalDate laterUntil, LocalDate travelDate)
            implements Answer {

        boolean isBeforeDeparture() {
            return answer == ProfileAnswer.LATER && travelDate != null;
        }
    }

    private final Profiles profiles;
    private final Ceam ceam;

    OrderCeam(Profiles profiles, OnboardingSettings settings, Clock clock) {
        super(ProfileItem.ORDER_CEAM, Input.class, profiles, settings, clock);
        this.profiles = profiles;
        this.ceam = settings.profile().ceam();
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (!input.isBeforeDeparture()) {
            super.check(input, dossier, problems);
            return;
        }
        checkDay("travelDate", input.travelDate(), problems);
        if (input.laterUntil() != null) {
            checkDay("laterUntil", input.laterUntil(), problems);
            problems.addUnless(!input.laterUntil().isAfter(input.travelDate()), "laterUntil", "AFTER_DEPARTURE");
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (!input.isBeforeDeparture()) {
            super.accept(input, dossier);
            return;
        }
        LocalDate again = new Departure(input.travelDate(), today()).again(ceam);
        boolean earlier = input.laterUntil() != null && input.laterUntil().isBefore(again);
        profiles.answer(
                dossier.number(),
                ProfileItem.ORDER_CEAM,
                input.answer(),
                earlier ? input.laterUntil() : again,
                input.travelDate());
    }

    /** A departure that is over is not proposed again. */
    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = new HashMap<>(super.prefill(dossier));
        shown.put("tooLateUntil", today().plus(ceam.certificate()).toString());
        profiles.departure(dossier.number())
                .map(Departure::day)
                .filter(today()::isBefore)
                .ifPresent(day -> shown.put("travelDate", day.toString()));
        return shown;
    }
}
