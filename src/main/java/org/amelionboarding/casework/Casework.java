package org.amelionboarding.casework;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.engine.InTheNameOf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Advisors' actions: done and logged in one transaction, one after the other for each dossier, each press once. */
@Component
class Casework {

    private final Dossiers dossiers;
    private final Map<CaseAction, Deed> deeds;
    private final ActionLog log;
    private final InTheNameOf inTheNameOf;

    Casework(Dossiers dossiers, List<Deed> deeds, ActionLog log, InTheNameOf inTheNameOf) {
        this.dossiers = dossiers;
        this.deeds = deeds.stream().collect(toMap(Deed::action, Function.identity()));
        this.log = log;
        this.inTheNameOf = inTheNameOf;
    }

    @Transactional
    public Outcome act(String number, ActionEntry entry, String advisor) {
        Dossier dossier = dossiers.lock(number);
        return log.outcome(number, entry.once()).orElseGet(() -> actOnce(dossier, entry, advisor));
    }

    private Outcome actOnce(Dossier dossier, ActionEntry entry, String advisor) {
        Deed deed = deeds.get(entry.action());
        Outcome outcome = deed.isPossible(dossier) ? Outcome.DONE : Outcome.REFUSED;
        log.add(dossier.number(), entry, advisor, outcome);
        if (outcome == Outcome.DONE) {
            inTheNameOf.advisor(advisor, () -> {
                deed.carryOut(dossier);
                return outcome;
            });
        }
        return outcome;
    }
}
