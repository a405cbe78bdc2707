package org.amelionboarding.form;

import org.amelionboarding.dossier.Dossier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in the verification mail. Only its button confirms. */
@Controller
class EmailConfirmationPage {

    private final EmailConfirmation confirmation;

    EmailConfirmationPage(EmailConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @GetMapping("/email-confirmation")
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("state", confirmation.look(token).name());
        model.addAttribute("token", token);
        model.addAttribute(
                "email",
                confirmation
                        .dossier(token)
                        .map(Dossier::email)
                        .map(email -> email.masked())
                        .orElse(null));
        return "email-confirmation";
    }

    @PostMapping("/email-confirmation")
    String confirm(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("state", confirmation.confirm(token).name());
        model.addAttribute("token", token);
        return "email-confirmation";
    }
}
