package org.amelionboarding.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.amelionboarding.dossier.Funnel;
import org.amelionboarding.dossier.FunnelStep;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.amelionboarding.signin.Roles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is stuck, where and why; how far students come; whether messages leave. Numbers only, and nobody's identity. */
@Controller
class DashboardPage {

    private final Attention attention;
    private final Funnel funnel;
    private final Traffic traffic;
    private final Texts texts;
    private final Languages languages;
    private final Clock clock;

    DashboardPage(Attention attention, Funnel funnel, Traffic traffic, Texts texts, Languages languages, Clock clock) {
        this.attention = attention;
        this.funnel = funnel;
        this.traffic = traffic;
        this.texts = texts;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/desk/dashboard")
    String show(Choice choice, HttpServletRequest request, Model model) {
        Instant now = clock.instant();
        model.addAttribute("choice", choice);
        model.addAttribute("now", now);
        model.addAttribute("moment", texts.moment(now, languages.current()));
        model.addAttribute("acts", request.isUserInRole(Roles.ADVISOR));
        model.addAttribute("reads", request.isUserInRole(Roles.ADVISOR) || request.isUserInRole(Roles.AUDITOR));
        model.addAttribute("traffic", traffic.today());
        showAttention(choice, now, model);
        showFunnel(choice, now, model);
        return "dashboard";
    }

    private void showAttention(Choice choice, Instant now, Model model) {
        Needs needs = attention.look(choice.reason(), choice.page());
        model.addAttribute("counts", needs.counts());
        model.addAttribute("all", needs.all());
        model.addAttribute("pages", needs.pages());
        model.addAttribute(
                "stuck",
                needs.stuck().stream()
                        .map(dossier -> new Row(
                                dossier,
                                Duration.between(dossier.since(), now),
                                texts.moment(dossier.since(), languages.current())))
                        .toList());
    }

    /** @param moment since when, as people read it */
    record Row(Stuck dossier, Duration age, String moment) {}

    private void showFunnel(Choice choice, Instant now, Model model) {
        Funnel.Students students = new Funnel.Students(choice.period().since(now), choice.language(), choice.channel());
        Map<FunnelStep, Long> counts = funnel.counts(students);
        model.addAttribute("funnel", FunnelRow.of(counts, funnel.medians(students)));
        model.addAttribute("started", counts.get(FunnelStep.STARTED));
    }
}
