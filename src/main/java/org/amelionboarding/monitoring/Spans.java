package org.amelionboarding.monitoring;

import java.time.Duration;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Lengths of time as people say them, in one unit: 12 minutes, 5 hours, 3 days. The pages ask this bean. */
@Component("spans")
public class Spans {

    private static final String TEXT = "page.dashboard.span.";

    private final Texts texts;
    private final Languages languages;

    Spans(Texts texts, Languages languages) {
        this.texts = texts;
        this.languages = languages;
    }

    public String of(Duration span) {
        if (span.toHours() >= 48) {
            return say("days", span.toDays());
        }
        if (span.toMinutes() >= 120) {
            return say("hours", span.toHours());
        }
        return span.toMinutes() >= 1 ? say("minutes", span.toMinutes()) : say("moment");
    }

    private String say(String unit, Object... number) {
        return texts.text(languages.current(), TEXT + unit, number);
    }
}
