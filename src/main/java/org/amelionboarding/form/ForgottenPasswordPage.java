package org.amelionboarding.form;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a student who has forgotten the password says who they are. */
@Controller
class ForgottenPasswordPage {

    private static final String VIEW = "forgotten-password";

    private final Claims claims;
    private final ForgottenPassword forgottenPassword;

    ForgottenPasswordPage(Claims claims, ForgottenPassword forgottenPassword) {
        this.claims = claims;
        this.forgottenPassword = forgottenPassword;
    }

    @GetMapping("/forgotten-password")
    String show() {
        return VIEW;
    }

    @PostMapping("/forgotten-password")
    String ask(@ModelAttribute("claim") Claim claim, HttpSession session, Model model) {
        claims.answer(claim, forgottenPassword::help, session, model);
        return VIEW;
    }
}
