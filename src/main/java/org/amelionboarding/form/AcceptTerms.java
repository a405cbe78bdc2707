package org.amelionboarding.form;

import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Step 2 of 3: the terms of use, without which no account is opened: who refuses them leaves for good. */
@Component
class AcceptTerms implements TaskForm<AcceptTerms.Input> {

    record Input(boolean termsAccepted, boolean termsRefused) {}

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
    public void check(Input input, Dossier dossier, Problems problems) {
        problems.addUnless(input.termsAccepted() != input.termsRefused(), "termsAccepted", "NOT_ACCEPTED");
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.termsAccepted()) {
            dossiers.change(dossier.number(), accepting -> accepting.acceptTerms(clock.instant()));
        }
    }

    @Override
    public boolean isCancellable() {
        return true;
    }
}
