package org.amelionboarding.form;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** For who has no provisional code: not received, expired or used up. */
@Controller
class NewCodePage {

    private static final String VIEW = "new-code";

    private final Claims claims;
    private final NewCode newCode;

    NewCodePage(Claims claims, NewCode newCode) {
        this.claims = claims;
        this.newCode = newCode;
    }

    @GetMapping("/new-code")
    String show() {
        return VIEW;
    }

    @PostMapping("/new-code")
    String ask(@ModelAttribute("claim") Claim claim, HttpSession session, Model model) {
        claims.answer(claim, newCode::send, session, model);
        return VIEW;
    }
}
