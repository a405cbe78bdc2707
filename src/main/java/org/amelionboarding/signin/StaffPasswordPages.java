package org.amelionboarding.signin;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.security.authentication.UsernamePasswordAuthenticationToken.unauthenticated;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the first operator, and everybody to whom an operator has given an account, chooses a password. */
@Controller
class StaffPasswordPages {

    private static final String VIEW = "staff-password";

    private final StaffPasswords passwords;
    private final FirstOperatorSecret firstOperator;
    private final Texts texts;
    private final Languages languages;

    StaffPasswordPages(StaffPasswords passwords, FirstOperatorSecret firstOperator, Texts texts, Languages languages) {
        this.passwords = passwords;
        this.firstOperator = firstOperator;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/staff/first-operator")
    String showFirst(@ModelAttribute("entry") StaffEntry entry, Model model) {
        return page(firstOperator.isLive() ? "FIRST" : "CLOSED", model);
    }

    @PostMapping("/staff/first-operator")
    String makeFirst(
            @ModelAttribute("entry") StaffEntry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!firstOperator.isLive()) {
            return page("CLOSED", model);
        }
        return answer("FIRST", () -> passwords.makeFirstOperator(entry, attempt(request)), response, model);
    }

    @GetMapping("/staff/password")
    String show(@ModelAttribute("entry") StaffEntry entry, Model model) {
        return page("GIVEN", model);
    }

    @PostMapping("/staff/password")
    String choose(
            @ModelAttribute("entry") StaffEntry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer("GIVEN", () -> passwords.choose(entry, attempt(request)), response, model);
    }

    private interface Choice {
        Map<String, String> problems();
    }

    private String answer(String account, Choice choice, HttpServletResponse response, Model model) {
        try {
            Map<String, String> problems = choice.problems();
            if (problems.isEmpty()) {
                return "redirect:/staff/sign-in?problem=CHOSEN";
            }
            model.addAttribute("problems", problems);
        } catch (SignInBlocked e) {
            model.addAttribute("until", texts.moment(e.until(), languages.current()));
        }
        response.setStatus(BAD_REQUEST.value());
        return page(account, model);
    }

    private static String page(String account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("shortest", StaffEntry.SHORTEST_PASSWORD);
        return VIEW;
    }

    private static Authentication attempt(HttpServletRequest request) {
        AbstractAuthenticationToken attempt = unauthenticated(null, null);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
