package org.amelionboarding.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Set;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages around signing in and out. */
@Controller
class SignInPages {

    /** Seconds since 1970 that are surely a date; anybody can write an address. */
    static final long LATEST = 9_999_999_999L;

    private static final Set<String> GOODBYES = Set.of("SIGNED_OUT", "CANCELLED", "EVERYWHERE");

    private final Texts texts;
    private final Languages languages;
    private final OnboardingSettings.Code code;

    SignInPages(Texts texts, Languages languages, OnboardingSettings settings) {
        this.texts = texts;
        this.languages = languages;
        this.code = settings.code();
    }

    @GetMapping("/")
    String home() {
        return "redirect:/sign-in";
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String problem,
            @RequestParam(required = false) String password,
            @RequestParam(required = false) @PositiveOrZero @Max(LATEST) Long until,
            Model model) {
        model.addAttribute("outcome", outcome(problem, password));
        model.addAttribute("attempts", code.attempts());
        model.addAttribute("helpAfter", code.helpAfter().toMinutes());
        return page("sign-in", problem, until, model);
    }

    /** Why a sign-in did not work, where there is one thing to do next; null elsewhere. */
    private static String outcome(String problem, String password) {
        return switch (String.valueOf(problem)) {
            case "EXPIRED_CODE", "USED_CODE" -> "CHOSEN".equals(password) ? "PASSWORD_CHOSEN" : problem;
            case "BLOCKED" -> problem;
            default -> null;
        };
    }

    @GetMapping("/staff/sign-in")
    String staffSignIn(
            @RequestParam(required = false) String problem,
            @RequestParam(required = false) @PositiveOrZero @Max(LATEST) Long until,
            Model model) {
        return page("staff-sign-in", problem, until, model);
    }

    private String page(String view, String problem, Long until, Model model) {
        model.addAttribute("problem", problem);
        if (until != null) {
            model.addAttribute("until", texts.moment(Instant.ofEpochSecond(until), languages.current()));
        }
        return view;
    }

    @GetMapping("/goodbye")
    String goodbye(@RequestParam(defaultValue = "SIGNED_OUT") String reason, Model model) {
        model.addAttribute("reason", GOODBYES.contains(reason) ? reason : "SIGNED_OUT");
        return "goodbye";
    }
}
