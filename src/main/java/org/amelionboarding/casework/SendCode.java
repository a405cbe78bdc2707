package org.amelionboarding.casework;

import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.form.NewCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The provisional code by SMS once more; the student's own waits between two sendings hold for advisors too. */
@Component
@Order(2)
class SendCode implements Deed {

    private final NewCode newCode;

    SendCode(NewCode newCode) {
        this.newCode = newCode;
    }

    @Override
    public CaseAction action() {
        return CaseAction.SEND_CODE;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return newCode.isOfUse(dossier) && newCode.waitUntil(dossier).isEmpty();
    }

    @Override
    public boolean isOffered(Dossier dossier) {
        return newCode.isOfUse(dossier);
    }

    @Override
    public Optional<Instant> moment(Dossier dossier) {
        return newCode.waitUntil(dossier);
    }

    @Override
    public void carryOut(Dossier dossier) {
        newCode.send(dossier);
    }
}
