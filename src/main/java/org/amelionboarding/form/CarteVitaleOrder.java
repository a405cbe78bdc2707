package org.amelionboarding.form;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.amelionboarding.dossier.CardLoss;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.Profiles;
import org.springframework.stereotype.Component;

/** A student whose Carte Vitale is lost or stolen orders a new one. It goes to the address on file, confirmed here. */
@Component
class CarteVitaleOrder implements ServiceForm<CarteVitaleOrder.Input> {

    record Input(
            @NotNull(message = "EMPTY") CardLoss.Kind reason,
            @NotNull(message = "EMPTY") LocalDate lostOn,
            @AssertTrue(message = "NOT_DECLARED") boolean declared,
            String street,
            String postalCode,
            String city)
            implements AddressEntry {

        @Override
        public String toString() {
            return "CarteVitaleOrder[…]";
        }
    }

    private final CardOrderProgress progress;
    private final CardOrders orders;
    private final Profiles profiles;
    private final OnboardingSettings settings;
    private final Clock clock;

    CarteVitaleOrder(
            CardOrderProgress progress,
            CardOrders orders,
            Profiles profiles,
            OnboardingSettings settings,
            Clock clock) {
        this.progress = progress;
        this.orders = orders;
        this.profiles = profiles;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return CardOrderProgress.PROCESS;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** The dossier is locked: of two orders sent at the same moment the second finds the first. */
    @Override
    public void check(Input input, Dossier own, Problems problems) {
        switch (progress.of(own.number())) {
            case NONE -> {}
            case ON_ITS_WAY -> problems.add("order", "ON_ITS_WAY");
            default -> problems.add("order", "ONE_AT_A_TIME");
        }
        if (input.lostOn() != null) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
            LocalDate first = today.minus(settings.cardOrder().longestAgo());
            problems.addUnless(!input.lostOn().isAfter(today), "lostOn", "NOT_PAST");
            problems.addUnless(!input.lostOn().isBefore(first), "lostOn", "TOO_LONG_AGO");
        }
        input.checkAddress(problems);
    }

    @Override
    public void accept(Input input, Dossier own) {
        profiles.keepAddress(own.number(), input.address());
        orders.open(own.number(), new CardLoss(input.reason(), input.lostOn()));
    }

    @Override
    public Map<String, String> prefill(Dossier own) {
        return AddressEntry.prefill(profiles.address(own.number()));
    }
}
