package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the code received by mail is typed. */
@Controller
class SecondStepPage {

    private static final String SIGN_IN = "redirect:/sign-in";
    private static final String OWN = "redirect:/sign-in/code";

    private final SecondStep secondStep;
    private final Arrival arrival;
    private final Texts texts;
    private final Languages languages;
    private final OnboardingSettings.SignIn settings;

    SecondStepPage(
            SecondStep secondStep, Arrival arrival, Texts texts, Languages languages, OnboardingSettings settings) {
        this.secondStep = secondStep;
        this.arrival = arrival;
        this.texts = texts;
        this.languages = languages;
        this.settings = settings.signIn();
    }

    @GetMapping("/sign-in/code")
    String show(
            @RequestParam(required = false) String problem,
            @RequestParam(required = false) @PositiveOrZero @Max(SignInPages.LATEST) Long until,
            HttpServletRequest request,
            Model model) {
        Optional<HalfWay> waiting = secondStep.halfWay(request);
        if (waiting.isEmpty()) {
            return SIGN_IN;
        }
        model.addAttribute("problem", problem);
        model.addAttribute("until", until == null ? null : moment(Instant.ofEpochSecond(until)));
        model.addAttribute(
                "againFrom",
                secondStep
                        .againFrom(waiting.get())
                        .map(this::roundedUp)
                        .map(this::moment)
                        .orElse(null));
        model.addAttribute(
                "trustDays", arrival.isTrustOffered() ? settings.trustedDevice().toDays() : null);
        return "sign-in-code";
    }

    @PostMapping("/sign-in/code")
    String submit(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean trust,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<HalfWay> waiting = secondStep.halfWay(request);
        if (waiting.isEmpty()) {
            return SIGN_IN;
        }
        if (!secondStep.isDone(waiting.get(), code, request)) {
            return OWN + "?problem=REFUSED";
        }
        arrival.signIn(waiting.get().dossier(), trust, request, response);
        return "redirect:" + Arrival.TASKLIST;
    }

    @PostMapping("/sign-in/code/again")
    String sendAgain(HttpServletRequest request) {
        Optional<HalfWay> waiting = secondStep.halfWay(request);
        if (waiting.flatMap(secondStep::againFrom).isPresent()) {
            return OWN + "?problem=TOO_SOON";
        }
        try {
            return waiting.isPresent() && secondStep.sendAgain(waiting.get(), request)
                    ? OWN + "?problem=SENT"
                    : SIGN_IN + "?problem=EXPIRED_SESSION";
        } catch (SignInBlocked blocked) {
            return OWN + '?' + blocked.query();
        }
    }

    /** Told without seconds, it must not be too early. */
    private Instant roundedUp(Instant instant) {
        return instant.plusSeconds(59);
    }

    private String moment(Instant instant) {
        return texts.moment(instant, languages.current());
    }
}
