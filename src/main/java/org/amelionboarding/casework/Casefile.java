package org.amelionboarding.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** All that the page of a dossier shows. */
@Component
class Casefile {

    private final Standing standing;
    private final NextTimers timers;
    private final Timeline timeline;
    private final Correspondence correspondence;
    private final History history;
    private final ActionLog log;
    private final List<Deed> deeds;
    private final Words words;

    Casefile(
            Standing standing,
            NextTimers timers,
            Timeline timeline,
            Correspondence correspondence,
            History history,
            ActionLog log,
            List<Deed> deeds,
            Words words) {
        this.standing = standing;
        this.timers = timers;
        this.timeline = timeline;
        this.correspondence = correspondence;
        this.history = history;
        this.log = log;
        this.deeds = deeds;
        this.words = words;
    }

    void show(Dossier dossier, Model model) {
        List<Correspondence.Letter> letters = correspondence.of(dossier.number());
        List<ActionLog.Entry> actions = log.of(dossier.number());
        model.addAttribute("dossier", dossier.number());
        model.addAttribute("closed", dossier.isClosed());
        model.addAttribute("facts", facts(dossier));
        model.addAttribute("state", standing.sentence(dossier));
        model.addAttribute("todos", standing.todos(dossier));
        model.addAttribute("timers", timers.of(dossier.number()));
        model.addAttribute("incidents", timers.incidents(dossier.number()));
        model.addAttribute("events", timeline.of(dossier, letters, actions));
        model.addAttribute("letters", letters);
        model.addAttribute("notes", notes(actions));
    }

    /** Who the student is, as far as it may be shown; a dossier that has ended does not know any more. */
    private Map<String, String> facts(Dossier dossier) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (!dossier.isClosed()) {
            facts.put("name", dossier.identity().masked());
            facts.put("nir", dossier.maskedNumber());
            facts.put("mobile", dossier.mobile().masked());
            facts.put(
                    "email",
                    dossier.email() == null
                            ? words.say("none")
                            : dossier.email().masked());
        }
        facts.put("language", words.say("language." + dossier.language()));
        facts.put("channel", words.say("channel." + dossier.channel()));
        facts.put("requested", words.moment(dossier.requestedAt()));
        String advisor = history.requestedBy(dossier.number());
        if (advisor != null) {
            facts.put("advisor", advisor);
        }
        return facts;
    }

    private List<Timeline.Event> notes(List<ActionLog.Entry> actions) {
        return actions.stream()
                .filter(entry -> entry.action() == CaseAction.ADD_NOTE && entry.reason() != null)
                .map(note -> new Timeline.Event(note.at(), words.moment(note.at()), note.author(), note.reason()))
                .toList();
    }

    List<Offer> offers(Dossier dossier) {
        return deeds.stream()
                .filter(deed -> deed.isOffered(dossier))
                .map(deed -> Offer.of(
                        deed.action(), deed.moment(dossier).map(words::moment).orElse(null), deed.isPossible(dossier)))
                .toList();
    }
}
