package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the code received by mail is typed. */
@Controller
class SecondStepPage {

    private static final String SIGN_IN = "redirect:/sign-in";

    private final SecondStep secondStep;

    SecondStepPage(SecondStep secondStep) {
        this.secondStep = secondStep;
    }

    @GetMapping("/sign-in/code")
    String show(@RequestParam(required = false) String problem, HttpServletRequest request, Model model) {
        model.addAttribute("problem", problem);
        return secondStep.halfWay(request).isPresent() ? "sign-in-code" : SIGN_IN;
    }

    @PostMapping("/sign-in/code")
    String submit(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> number = secondStep.halfWay(request);
        if (number.isEmpty()) {
            return SIGN_IN;
        }
        return secondStep.complete(number.get(), code, request, response)
                ? "redirect:/camunda/app/tasklist/default/"
                : "redirect:/sign-in/code?problem=REFUSED";
    }
}
