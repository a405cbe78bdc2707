package org.amelionboarding.form;

import java.security.Principal;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms say, in the language of the dossier, or of the browser for staff. */
@RestController
class FormTexts {

    private final Dossiers dossiers;
    private final Texts texts;
    private final Languages languages;

    FormTexts(Dossiers dossiers, Texts texts, Languages languages) {
        this.dossiers = dossiers;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/api/texts")
    Map<String, String> texts(Principal person) {
        String language = dossiers.find(person.getName()).map(Dossier::language).orElseGet(languages::current);
        Map<String, String> found = texts.startingWith(language, "form.", "problem.");
        found.put("language", language);
        return found;
    }
}
