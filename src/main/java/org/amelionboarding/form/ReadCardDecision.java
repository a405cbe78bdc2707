package org.amelionboarding.form;

import java.util.Map;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossier;
import org.springframework.stereotype.Component;

/** The student reads what was decided about the order of a new Carte Vitale. */
@Component
class ReadCardDecision implements TaskForm<ReadCardDecision.Input> {

    record Input() {}

    private final CardOrders orders;
    private final CardOrderFacts facts;

    ReadCardDecision(CardOrders orders, CardOrderFacts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "Task_ReadCardDecision";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void accept(Input input, Dossier dossier) {}

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = facts.of(dossier, dossier.language());
        orders.decision(dossier.number()).ifPresent(decision -> shown.put("decision", decision.name()));
        return shown;
    }
}
