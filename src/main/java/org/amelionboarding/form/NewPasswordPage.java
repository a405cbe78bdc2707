package org.amelionboarding.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.form.NewPassword.State;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in the reset mail. It signs nobody in. */
@Controller
class NewPasswordPage {

    private static final String VIEW = "new-password";

    private final NewPassword newPassword;
    private final PasswordEntry entry;
    private final Refusals refusals;
    private final Languages languages;

    NewPasswordPage(NewPassword newPassword, PasswordEntry entry, Refusals refusals, Languages languages) {
        this.newPassword = newPassword;
        this.entry = entry;
        this.refusals = refusals;
        this.languages = languages;
    }

    /** The link may be opened on a device that knows nothing of the person yet. */
    @ModelAttribute
    void speakTheDossiersLanguage(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        newPassword
                .dossier(token)
                .map(Dossier::language)
                .ifPresent(language -> languages.prefer(language, request, response));
    }

    @GetMapping("/new-password")
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        return page(newPassword.look(token), token, model);
    }

    @PostMapping("/new-password")
    String choose(
            @RequestParam(defaultValue = "") String token,
            @RequestParam("newPassword") String typed,
            @RequestParam("confirmPassword") String typedAgain,
            Model model) {
        State before = newPassword.look(token);
        if (before != State.READY) {
            return page(before, token, model);
        }
        Dossier owner = newPassword.dossier(token).orElseThrow();
        Problems problems = new Problems();
        entry.check(typed, typedAgain, owner, problems);
        if (problems.all().isEmpty()) {
            return page(newPassword.choose(token, typed, owner), token, model);
        }
        model.addAttribute("problems", refusals.byField(problems, languages.current()));
        return page(before, token, model);
    }

    private static String page(State link, String token, Model model) {
        model.addAttribute("link", link.name());
        model.addAttribute("token", token);
        return VIEW;
    }
}
