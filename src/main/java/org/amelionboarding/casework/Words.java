package org.amelionboarding.casework;

import java.time.Instant;
import java.util.Date;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** What the page says, in the language of who reads it. The texts of a model stand under its and the element's name. */
@Component
class Words {

    private final Texts texts;
    private final Languages languages;

    Words(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    String say(String key, Object... args) {
        return texts.text(languages.current(), "page.dossier." + key, args);
    }

    /** The words of the first key, or if there are none those of the second. */
    String first(String key, String otherKey, Object... args) {
        return texts.first(languages.current(), "page.dossier." + key, "page.dossier." + otherKey, args);
    }

    /** An element that was passed. */
    String history(String process, String element) {
        return say("history." + process + "." + element);
    }

    /** A task that is open. */
    String standing(String process, String task) {
        return say("standing." + process + "." + task);
    }

    /** A timer that will fire. */
    String timer(String process, String event) {
        return say("timer." + process + "." + event);
    }

    String moment(Instant instant) {
        return texts.moment(instant, languages.current());
    }

    String moment(Date date) {
        return moment(date.toInstant());
    }
}
