package org.amelionboarding.desk;

import org.amelionboarding.dossier.Nir;
import org.amelionboarding.dossier.NirProblem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges a NIR for an advisor, before anything is opened. */
@RestController
class NirCheck {

    record Typed(String nir) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    record Answer(boolean accepted, NirProblem reason) {}

    @PostMapping("/api/nir-check")
    Answer check(@RequestBody Typed typed) {
        NirProblem problem = Nir.check(typed.nir()).orElse(null);
        return new Answer(problem == null, problem);
    }
}
