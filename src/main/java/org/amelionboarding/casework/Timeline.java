package org.amelionboarding.casework;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.message.Message;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

/** All that has happened to a dossier, one sentence each, newest first. */
@Component
class Timeline {

    /** @param detail what somebody wrote about it; null if nobody did */
    record Event(Instant at, String when, String text, String detail) {}

    private final History history;
    private final Words words;

    Timeline(History history, Words words) {
        this.history = history;
        this.words = words;
    }

    List<Event> of(Dossier dossier, List<Correspondence.Letter> letters, List<ActionLog.Entry> actions) {
        List<HistoricActivityInstance> passed = history.of(dossier.number());
        List<Event> all = new ArrayList<>(Stream.of(
                        passed.stream().map(element -> event(element, dossier)),
                        passed.isEmpty() ? moments(dossier) : Stream.<Event>empty(),
                        signIns(dossier),
                        letters.stream().map(this::event),
                        actions.stream().map(this::event))
                .flatMap(events -> events)
                .toList());
        // Of what happened at the same moment the last comes first, too.
        Collections.reverse(all);
        all.sort(comparing(Event::at).reversed());
        return all;
    }

    private Event event(HistoricActivityInstance passed, Dossier dossier) {
        String text = words.history(passed.getProcessDefinitionKey(), passed.getActivityId());
        String person = history.doneBy(passed);
        boolean byStaff = person != null && !person.equals(dossier.number());
        return event(History.at(passed).toInstant(), byStaff ? words.say("by", text, person) : text, null);
    }

    /** What the dossier itself knows, when the engine has forgotten. */
    private Stream<Event> moments(Dossier dossier) {
        return Stream.of(
                        moment("requested", dossier.requestedAt()),
                        moment("activated", dossier.activatedAt()),
                        moment("closed", dossier.closedAt()))
                .flatMap(events -> events);
    }

    private Stream<Event> signIns(Dossier dossier) {
        return Stream.concat(
                moment("signed-in", dossier.previousSignedInAt()), moment("signed-in", dossier.signedInAt()));
    }

    private Stream<Event> moment(String name, Instant at) {
        return at == null ? Stream.empty() : Stream.of(event(at, words.say("moment." + name), null));
    }

    private Event event(Correspondence.Letter letter) {
        Message message = letter.message();
        Instant at = message.sentAt() == null ? message.queuedAt() : message.sentAt();
        return event(
                at,
                words.say("letter", words.say("channel-of." + message.channel()), letter.purpose(), letter.state()),
                null);
    }

    private Event event(ActionLog.Entry entry) {
        String text = words.say("action." + entry.action() + "." + entry.outcome(), entry.author());
        return event(entry.at(), text, entry.reason());
    }

    private Event event(Instant at, String text, String detail) {
        return new Event(at, words.moment(at), text, detail);
    }
}
