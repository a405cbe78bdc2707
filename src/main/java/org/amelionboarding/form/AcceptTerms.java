package org.amelionboarding.form;

import jakarta.validation.constraints.AssertTrue;
import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Step 2 of 3: the terms of use, without which no account is opened. */
@Component
class AcceptTerms implements TaskForm<AcceptTerms.Input> {

    record Input(@AssertTrue(message = "NOT_ACCEPTED") boolean termsAccepted) {}

    private final Dossiers dossiers;
    private final Clock clock;

    AcceptTerms(Dossiers dossiers, Clock clock) {
        this.dossiers = dossiers;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_AcceptTerms";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        dossiers.change(dossier.number(), accepting -> accepting.acceptTerms(clock.instant()));
    }

    @Override
    public boolean isCancellable() {
        return true;
    }
}
