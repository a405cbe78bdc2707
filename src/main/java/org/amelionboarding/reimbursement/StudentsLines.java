package org.amelionboarding.reimbursement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.PoliteHours;
import org.amelionboarding.reimbursement.LineResult.Outcome;
import org.amelionboarding.reimbursement.Reimbursements.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what one file says of one student, and tells the student, in one short transaction: the student's sign-in waits
 * for these few lines at the most, and nobody else's for any.
 */
@Component
class StudentsLines {

    private final Dossiers dossiers;
    private final Reimbursements reimbursements;
    private final Outbox outbox;
    private final PoliteHours politeHours;
    private final Clock clock;

    StudentsLines(
            Dossiers dossiers, Reimbursements reimbursements, Outbox outbox, PoliteHours politeHours, Clock clock) {
        this.dossiers = dossiers;
        this.reimbursements = reimbursements;
        this.outbox = outbox;
        this.politeHours = politeHours;
        this.clock = clock;
    }

    /**
     * @param file tells this import from others
     * @throws org.springframework.dao.DuplicateKeyException if another import was faster with one of the ids; none is
     *     kept then
     */
    @Transactional
    public List<LineResult> take(Nir nir, List<StatementLine> lines, String file) {
        Optional<Dossier> known = dossiers.find(nir);
        if (known.isEmpty()) {
            return refused(lines, LineProblem.NIR_UNKNOWN);
        }
        // The dossier cannot be closed meanwhile.
        Dossier dossier = dossiers.lock(known.get().number());
        if (!dossier.isInUse()) {
            return refused(lines, LineProblem.NIR_NOT_ACTIVE);
        }
        List<LineResult> results = take(dossier.number(), lines);
        if (results.stream().anyMatch(line -> line.outcome() == Outcome.ACCEPTED)) {
            outbox.queueFrom(politeHours.from(clock.instant()), dossier, MessagePurpose.REIMBURSEMENT_STATEMENT, file);
        }
        return results;
    }

    /** In one order everywhere, so that of two imports neither waits for the other in a circle. */
    private List<LineResult> take(String dossier, List<StatementLine> lines) {
        List<LineResult> results = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparing(StatementLine::statement))
                .forEach(line -> results.add(take(dossier, line)));
        return results;
    }

    private LineResult take(String dossier, StatementLine line) {
        Optional<Kept> before = reimbursements.find(line.statement());
        if (before.isEmpty()) {
            reimbursements.keep(dossier, line.content());
            return LineResult.of(line, Outcome.ACCEPTED);
        }
        return before.get().equals(new Kept(dossier, line.content()))
                ? LineResult.of(line, Outcome.KNOWN)
                : LineResult.refused(line, LineProblem.STATEMENT_CONFLICT);
    }

    private static List<LineResult> refused(List<StatementLine> lines, LineProblem problem) {
        return lines.stream().map(line -> LineResult.refused(line, problem)).toList();
    }
}
