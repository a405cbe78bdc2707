package org.amelionboarding.content;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.amelionboarding.message.Languages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The facts that the forms of the profile show, in the language of the dossier. */
@RestController
class FactsOfForms {

    private final Facts facts;
    private final Languages languages;

    FactsOfForms(Facts facts, Languages languages) {
        this.facts = facts;
        this.languages = languages;
    }

    @GetMapping("/api/facts")
    Map<String, List<Facts.Shown>> facts(Principal student) {
        return facts.all(languages.of(student));
    }
}
