package org.amelionboarding.casework;

import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves the date at which the dossier is closed: the models' timers ask the dossier for it, and are asked again. */
@Component
@Order(5)
class ExtendDeadline implements Deed {

    private final Dossiers dossiers;
    private final ActionLog log;
    private final DatedTimers timers;
    private final OnboardingSettings settings;

    ExtendDeadline(Dossiers dossiers, ActionLog log, DatedTimers timers, OnboardingSettings settings) {
        this.dossiers = dossiers;
        this.log = log;
        this.timers = timers;
        this.settings = settings;
    }

    @Override
    public CaseAction action() {
        return CaseAction.EXTEND_DEADLINE;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return dossier.isUnderWay()
                && log.count(dossier.number(), action()) < settings.extension().most();
    }

    @Override
    public Optional<Instant> moment(Dossier dossier) {
        return Optional.of(closing(dossier).plus(settings.extension().length()));
    }

    private Instant closing(Dossier dossier) {
        return dossier.isWorthWaiting()
                ? settings.waiting().closing(dossier)
                : settings.step().closing(dossier);
    }

    @Override
    public void carryOut(Dossier dossier) {
        Instant until = closing(dossier).plus(settings.extension().length());
        dossiers.change(dossier.number(), extending -> extending.extend(until));
        timers.askAgain(dossier.number());
    }
}
