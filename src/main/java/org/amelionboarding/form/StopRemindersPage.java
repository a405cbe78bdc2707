package org.amelionboarding.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.form.StopReminders.State;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the stop link of a reminder. A mail program may press its button by itself (RFC 8058). */
@Controller
class StopRemindersPage {

    private final StopReminders reminders;
    private final Languages languages;

    StopRemindersPage(StopReminders reminders, Languages languages) {
        this.reminders = reminders;
        this.languages = languages;
    }

    /** The link may be opened on a device that knows nothing of the person yet. */
    @ModelAttribute
    void speakTheDossiersLanguage(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        reminders
                .dossier(token)
                .map(Dossier::language)
                .ifPresent(language -> languages.prefer(language, request, response));
    }

    @GetMapping("/reminders/stop")
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        return page(reminders.look(token), token, model);
    }

    @PostMapping("/reminders/stop")
    String stop(@RequestParam(defaultValue = "") String token, Model model) {
        return page(reminders.stop(token), token, model);
    }

    private static String page(State state, String token, Model model) {
        model.addAttribute("reminders", state.name());
        model.addAttribute("token", token);
        return "stop-reminders";
    }
}
