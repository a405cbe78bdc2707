package org.amelionboarding.retention;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells everybody what is kept, why and how long, as it is set, and what one can ask for (GDPR art. 13). */
@Controller
class PrivacyPage {

    private final RetentionSettings settings;
    private final OnboardingSettings onboarding;
    private final Periods periods;
    private final Languages languages;

    PrivacyPage(RetentionSettings settings, OnboardingSettings onboarding, Periods periods, Languages languages) {
        this.settings = settings;
        this.onboarding = onboarding;
        this.periods = periods;
        this.languages = languages;
    }

    @GetMapping("/privacy")
    String show(Model model) {
        Map<String, Period> kept = new LinkedHashMap<>();
        kept.put("account", settings.unused());
        kept.put("closed", settings.closed());
        kept.put("message", settings.message());
        kept.put("secret", settings.secret());
        kept.put("contact", settings.contact());
        kept.put("card-order", settings.cardOrder());
        kept.put("reimbursement", settings.reimbursement());
        kept.put("attestation", settings.attestation());
        kept.put("device", days(onboarding.signIn().deviceMemory().toDays()));
        Map<String, String> told = new LinkedHashMap<>();
        kept.forEach((what, period) -> told.put(what, words(period)));
        model.addAttribute("kept", told);
        model.addAttribute("notice", words(settings.notice()));
        return "privacy";
    }

    private String words(Period period) {
        return periods.words(period, languages.current());
    }

    private static Period days(long days) {
        return Period.ofDays(Math.toIntExact(days));
    }
}
