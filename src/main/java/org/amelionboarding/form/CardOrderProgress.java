package org.amelionboarding.form;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a student's order of a new Carte Vitale stands. */
@Component
class CardOrderProgress {

    enum State {
        NONE,
        IN_REVIEW,
        QUESTION,
        DECIDED,
        /** Approved, and the usual time of delivery is not over. */
        ON_ITS_WAY
    }

    static final String PROCESS = "carte-vitale-order";

    /** Caught as long as nothing is decided. */
    private static final String FOUND = "CARD_FOUND";

    private final Dossiers dossiers;
    private final CardOrders orders;
    private final RunningServices services;
    private final RuntimeService processes;
    private final OnboardingSettings settings;
    private final Clock clock;

    CardOrderProgress(
            Dossiers dossiers,
            CardOrders orders,
            RunningServices services,
            @Lazy RuntimeService processes,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.orders = orders;
        this.services = services;
        this.processes = processes;
        this.settings = settings;
        this.clock = clock;
    }

    State of(String dossier) {
        if (!services.isUnderWay(PROCESS, dossier)) {
            return orderableFrom(dossier).isPresent() ? State.ON_ITS_WAY : State.NONE;
        }
        if (orders.decision(dossier).isPresent()) {
            return State.DECIDED;
        }
        return orders.isAnswerDue(dossier) ? State.QUESTION : State.IN_REVIEW;
    }

    /** When another card can be ordered, if one is on its way. */
    Optional<Instant> orderableFrom(String dossier) {
        return orders.approvedAt(dossier)
                .map(approved -> approved.plus(settings.cardOrder().delivery()))
                .filter(clock.instant()::isBefore);
    }

    /**
     * The card is found again. An advisor who decides at the same moment has the dossier locked, or waits.
     *
     * @return whether there was anything to withdraw
     */
    @Transactional
    boolean withdraw(String dossier) {
        dossiers.lock(dossier);
        return !processes
                .createMessageCorrelation(FOUND)
                .processInstanceBusinessKey(dossier)
                .correlateAllWithResult()
                .isEmpty();
    }
}
