package org.amelionboarding.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.NirProblem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges a NIR for an advisor before anything is opened, and tells whether a dossier is open for it already. */
@RestController
class NirCheck {

    enum Known {
        OPEN,
        ACTIVE
    }

    record Typed(String nir) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    record Answer(
            boolean accepted,
            NirProblem reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) Known known,
            @JsonInclude(JsonInclude.Include.NON_NULL) String dossier) {}

    private final Dossiers dossiers;

    NirCheck(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @PostMapping("/api/nir-check")
    Answer check(@RequestBody Typed typed) {
        NirProblem problem = Nir.check(typed.nir()).orElse(null);
        if (problem != null) {
            return new Answer(false, problem, null, null);
        }
        return dossiers.find(Nir.of(typed.nir()))
                .map(NirCheck::known)
                .orElseGet(() -> new Answer(true, null, null, null));
    }

    private static Answer known(Dossier dossier) {
        return new Answer(true, null, dossier.isActive() ? Known.ACTIVE : Known.OPEN, dossier.number());
    }
}
