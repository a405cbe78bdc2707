package org.amelionboarding.form;

import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** An advisor has seen what a waiting student was missing: the permanent number, the Carte Vitale, or both. */
@Component
class ReleaseWaitingDossier implements TaskForm<ReleaseWaitingDossier.Input> {

    record Input(String nir, boolean carteVitaleReceived) {

        boolean hasNir() {
            return nir != null && !nir.isBlank();
        }

        @Override
        public String toString() {
            return "ReleaseWaitingDossier[…]";
        }
    }

    private final Dossiers dossiers;
    private final Texts texts;
    private final Languages languages;

    ReleaseWaitingDossier(Dossiers dossiers, Texts texts, Languages languages) {
        this.dossiers = dossiers;
        this.texts = texts;
        this.languages = languages;
    }

    @Override
    public String key() {
        return "Task_ReleaseWaitingDossier";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.hasNir()) {
            checkNir(input.nir(), dossier, problems);
        }
        problems.addUnless(input.hasNir() || input.carteVitaleReceived(), "form", "NOTHING_NEW");
    }

    private void checkNir(String typed, Dossier dossier, Problems problems) {
        var problem = Nir.check(typed);
        problems.add("nir", problem);
        if (problem.isEmpty()) {
            boolean known = dossiers.find(Nir.of(typed))
                    .filter(owner -> !owner.number().equals(dossier.number()))
                    .isPresent();
            problems.addUnless(!known, "nir", "ALREADY_OPEN");
            problems.addUnless(dossier.nir() == null || dossier.nir().equals(Nir.of(typed)), "nir", "OTHER_NUMBER");
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        Nir permanent = input.hasNir() ? Nir.of(input.nir()) : null;
        dossiers.change(dossier.number(), waiting -> waiting.receive(permanent, input.carteVitaleReceived()));
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> card = StudentCard.of(dossier);
        card.put("readiness", dossier.readiness().name());
        card.put("requestedAt", texts.date(dossier.requestedAt(), languages.current()));
        return card;
    }
}
