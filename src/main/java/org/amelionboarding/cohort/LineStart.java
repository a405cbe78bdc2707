package org.amelionboarding.cohort;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amelionboarding.form.Gate;
import org.amelionboarding.form.Problems.Problem;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the dossier of one line. Dossier, process, message and the line's outcome are one transaction: killed at any
 * moment, the line still waits or is done.
 */
@Component
class LineStart {

    private final CohortLineRepository lines;
    private final SealedLines seals;
    private final Gate gate;
    private final KnownNumbers numbers;
    private final FormService forms;
    private final RepositoryService models;
    private final CohortSettings settings;

    LineStart(
            CohortLineRepository lines,
            SealedLines seals,
            Gate gate,
            KnownNumbers numbers,
            FormService forms,
            RepositoryService models,
            CohortSettings settings) {
        this.lines = lines;
        this.seals = seals;
        this.gate = gate;
        this.numbers = numbers;
        this.forms = forms;
        this.models = models;
        this.settings = settings;
    }

    /**
     * Starts the next line that waits.
     *
     * @return whether one waited
     * @throws LineFailed if it failed; nothing of it is done then
     */
    @Transactional
    public boolean startNext() {
        Optional<CohortLine> next = lines.lockNext();
        next.ifPresent(this::start);
        return next.isPresent();
    }

    private void start(CohortLine line) {
        try {
            startOrSettle(line, seals.open(line.payload()));
        } catch (RuntimeException e) {
            throw new LineFailed(line.id(), e);
        }
    }

    /** Somebody may have opened the dossier since the file was taken. */
    private void startOrSettle(CohortLine line, Map<String, Object> values) {
        Set<Problem> problems = gate.judge(LineJudge.PROCESS, values).all();
        Outcome outcome = Outcome.of(problems);
        if (outcome == Outcome.ACCEPTED) {
            lines.started(
                    line.id(), forms.submitStartForm(newestModel(), values).getBusinessKey());
        } else {
            lines.settle(line.id(), outcome, LineResult.written(problems), numbers.dossier(values.get("nir")));
        }
    }

    private String newestModel() {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey(LineJudge.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Notes that a line has failed: it goes behind the others, and after some tries it is given up. */
    @Transactional
    public void fail(LineFailed failure) {
        lines.failed(failure.line());
        lines.giveUp(settings.tries(), Outcome.NOT_STARTED.toString());
    }
}
