package org.amelionboarding.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.form.EmailConfirmation.State;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in the verification mail. Only its button confirms. */
@Controller
class EmailConfirmationPage {

    private static final String VIEW = "email-confirmation";

    private final EmailConfirmation confirmation;
    private final Languages languages;

    EmailConfirmationPage(EmailConfirmation confirmation, Languages languages) {
        this.confirmation = confirmation;
        this.languages = languages;
    }

    /** The link may be opened on a device that knows nothing of the person yet. */
    @ModelAttribute
    void speakTheDossiersLanguage(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        confirmation
                .dossier(token)
                .map(Dossier::language)
                .ifPresent(language -> languages.prefer(language, request, response));
    }

    @GetMapping("/email-confirmation")
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        State state = confirmation.look(token);
        if (state.isReady()) {
            model.addAttribute(
                    "email",
                    confirmation
                            .dossier(token)
                            .map(Dossier::emailToConfirm)
                            .map(PersonalEmail::masked)
                            .orElse(null));
        }
        return page(state, token, model);
    }

    @PostMapping("/email-confirmation")
    String confirm(@RequestParam(defaultValue = "") String token, Model model) {
        return page(confirmation.confirm(token), token, model);
    }

    @PostMapping("/email-confirmation/renewal")
    String renew(@RequestParam(defaultValue = "") String token, Model model) {
        return page(confirmation.renew(token), token, model);
    }

    private static String page(State state, String token, Model model) {
        model.addAttribute("state", state.name());
        model.addAttribute("token", token);
        return VIEW;
    }
}
