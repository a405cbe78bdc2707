package org.amelionboarding.cohort;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amelionboarding.form.Gate;
import org.amelionboarding.form.Problems;
import org.amelionboarding.form.Problems.Problem;
import org.springframework.stereotype.Component;

/** Judges lines by the rules of the request form. Nothing is kept. */
@Component
class LineJudge {

    /** Key of the process that a line starts, and of its form. */
    static final String PROCESS = "account-creation";

    private static final Problem DUPLICATE = new Problem("nir", "DUPLICATE");

    private final Gate gate;
    private final SealedLines seals;
    private final KnownNumbers numbers;
    private final CohortLineRepository taken;

    LineJudge(Gate gate, SealedLines seals, KnownNumbers numbers, CohortLineRepository taken) {
        this.gate = gate;
        this.seals = seals;
        this.numbers = numbers;
        this.taken = taken;
    }

    /** Of several lines with the same number the first right one counts. */
    List<JudgedLine> judge(List<FileLine> lines) {
        Set<String> seen = new HashSet<>();
        return lines.stream()
                .map(this::judge)
                .map(line -> line.outcome() == Outcome.REFUSED
                                || seen.add(
                                        KnownNumbers.normalised(line.values().get("nir")))
                        ? line
                        : line.refused(DUPLICATE))
                .toList();
    }

    private JudgedLine judge(FileLine line) {
        Problems problems = new Problems();
        if (line.problem() != null) {
            problems.add("line", line.problem());
            return new JudgedLine(line.number(), Outcome.REFUSED, problems.all(), null, Map.of());
        }
        Map<String, Object> values = new Cells(line.cells(), problems).values();
        Set<String> told = problems.all().stream().map(Problem::field).collect(toSet());
        gate.judge(PROCESS, values).all().stream()
                .filter(problem -> !told.contains(problem.field()))
                .forEach(problem -> problems.add(problem.field(), problem.code()));
        Optional<CohortLine> same =
                problems.all().isEmpty() ? taken.findByDigest(seals.digest(values)) : Optional.empty();
        same.ifPresent(before -> problems.add(Outcome.REPEATED.field(), Outcome.REPEATED.code()));
        Outcome outcome = Outcome.of(problems.all());
        String dossier = same.map(CohortLine::dossier).orElseGet(() -> known(outcome, values));
        return new JudgedLine(line.number(), outcome, problems.all(), dossier, values);
    }

    private String known(Outcome outcome, Map<String, Object> values) {
        return outcome == Outcome.KNOWN || outcome == Outcome.ACTIVE ? numbers.dossier(values.get("nir")) : null;
    }
}
