package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Readiness;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks {@code prerequisites.dmn} and keeps the answer in the dossier: the engine's own decision task would leave inputs
 * and result as process variables.
 */
@Component
class CheckPrerequisites implements JavaDelegate {

    private final Dossiers dossiers;
    private final DecisionService decisions;
    private final Clock clock;

    CheckPrerequisites(Dossiers dossiers, @Lazy DecisionService decisions, Clock clock) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dossiers.change(
                execution.getProcessBusinessKey(), dossier -> dossier.assess(readiness(dossier), clock.instant()));
    }

    private Readiness readiness(Dossier dossier) {
        String readiness = decisions
                .evaluateDecisionTableByKey("prerequisites")
                .variables(Variables.putValue("registrationFinalised", dossier.registrationFinalised())
                        .putValue("numberPermanent", dossier.nir() != null)
                        .putValue("carteVitaleReceived", dossier.carteVitaleReceived()))
                .evaluate()
                .getSingleResult()
                .getSingleEntry();
        return Readiness.valueOf(readiness);
    }
}
