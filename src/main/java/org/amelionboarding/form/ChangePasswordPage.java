package org.amelionboarding.form;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.PasswordAgain;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a student changes the password, and signs out everywhere. */
@Controller
@Order(60)
class ChangePasswordPage implements AccountService {

    private static final String VIEW = "account-password";

    private final ChangePassword changePassword;
    private final PasswordAgain again;
    private final Dossiers dossiers;
    private final Refusals refusals;
    private final Languages languages;
    private final Texts texts;

    ChangePasswordPage(
            ChangePassword changePassword,
            PasswordAgain again,
            Dossiers dossiers,
            Refusals refusals,
            Languages languages,
            Texts texts) {
        this.changePassword = changePassword;
        this.again = again;
        this.dossiers = dossiers;
        this.refusals = refusals;
        this.languages = languages;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "password";
    }

    @Override
    public String address() {
        return "/account/password";
    }

    @Override
    public boolean isOpenTo(String dossier) {
        return true;
    }

    /** Before the account is active there is a password to finish with, and no address to tell its owner. */
    @ModelAttribute
    Dossier owner(Principal student) {
        Dossier owner = dossiers.of(student.getName());
        if (!owner.isActive()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return owner;
    }

    @GetMapping("/account/password")
    String show(@RequestParam(defaultValue = "false") boolean changed, Model model) {
        model.addAttribute("changed", changed);
        return VIEW;
    }

    @PostMapping("/account/password")
    String change(
            @RequestParam(defaultValue = "") String currentPassword,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String confirmPassword,
            @ModelAttribute(binding = false) Dossier owner,
            HttpServletRequest request,
            Model model) {
        Problems problems = changePassword.check(currentPassword, newPassword, confirmPassword, owner);
        if (problems.all().isEmpty()) {
            changePassword.change(
                    owner.number(), newPassword, request.getSession().getId());
            // Who has given the password anew has a new session (A17).
            request.changeSessionId();
            return "redirect:/account/password?changed=true";
        }
        model.addAttribute("problems", refusals.byField(problems, languages.current()));
        model.addAttribute(
                "until",
                again.waitsUntil(owner.number())
                        .map(end -> texts.moment(end, languages.current()))
                        .orElse(null));
        return VIEW;
    }

    @PostMapping("/account/devices")
    String signOutEverywhere(@ModelAttribute(binding = false) Dossier owner, HttpServletRequest request)
            throws ServletException {
        changePassword.forgetDevices(owner.number());
        request.logout();
        return "redirect:/goodbye?reason=EVERYWHERE";
    }
}
