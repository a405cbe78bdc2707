package org.amelionboarding.casework;

import org.amelionboarding.dossier.Dossier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing but the text: the log of actions keeps it. */
@Component
@Order(1)
class AddNote implements Deed {

    @Override
    public CaseAction action() {
        return CaseAction.ADD_NOTE;
    }

    @Override
    public boolean isPossible(Dossier dossier) {
        return !dossier.isClosed();
    }

    @Override
    public void carryOut(Dossier dossier) {}
}
