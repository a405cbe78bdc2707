package org.amelionboarding.form;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms say: in the language that a page of ours asks for, else of the dossier, or of the browser for staff. */
@RestController
class FormTexts {

    private final Texts texts;
    private final Languages languages;

    FormTexts(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/api/texts")
    Map<String, String> texts(@RequestParam(required = false) String language, Principal person) {
        String spoken =
                Optional.ofNullable(language).filter(Languages.ALL::contains).orElseGet(() -> languages.of(person));
        return texts.startingWith(spoken, "form.", "problem.");
    }
}
