package org.amelionboarding.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
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

    ReleaseWaitingDossier(Dossiers dossiers, Texts texts) {
        this.dossiers = dossiers;
        this.texts = texts;
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
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("dossier", dossier.number());
        shown.put("readiness", dossier.readiness().name());
        shown.put("familyName", dossier.identity().familyName());
        shown.put("givenNames", dossier.identity().givenNames());
        shown.put("birthDate", dossier.identity().birthDate().toString());
        shown.put("maskedMobile", dossier.mobile().masked());
        shown.put("requestedAt", texts.date(dossier.requestedAt(), "fr"));
        return shown;
    }
}
