package org.amelionboarding.form;

import org.amelionboarding.dossier.EmailProblem;
import org.amelionboarding.dossier.EmailRules;
import org.amelionboarding.dossier.EmailSuggestion;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Judges an e-mail address while a form is filled in, by the same rules as the gate. Nothing is kept. */
@RestController
class EmailCheck {

    record Typed(String email) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /** @param suggestion the address that was probably meant, advice only; null if there is none */
    record Answer(boolean accepted, EmailProblem reason, String suggestion) {

        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    private final EmailRules rules;
    private final EmailSuggestion suggestion;

    EmailCheck(EmailRules rules, EmailSuggestion suggestion) {
        this.rules = rules;
        this.suggestion = suggestion;
    }

    @PostMapping("/api/email-check")
    Answer check(@RequestBody Typed typed) {
        EmailProblem problem = rules.check(typed.email()).orElse(null);
        return new Answer(problem == null, problem, suggestion.of(typed.email()).orElse(null));
    }
}
