package org.amelionboarding.casework;

import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;

/** How an action is done: by a message event or a task of the models. */
interface Deed {

    CaseAction action();

    /** Whether the dossier's state admits it now. */
    boolean isPossible(Dossier dossier);

    /** Whether the page speaks of it: possible now, or after a wait. */
    default boolean isOffered(Dossier dossier) {
        return isPossible(dossier);
    }

    /** The moment that the page tells with it: the end of the wait, or what it leads to. */
    default Optional<Instant> moment(Dossier dossier) {
        return Optional.empty();
    }

    /** Does it; the dossier is locked and the state admits it. */
    void carryOut(Dossier dossier);
}
