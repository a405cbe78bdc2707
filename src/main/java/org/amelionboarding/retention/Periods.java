package org.amelionboarding.retention;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Periods of time as people read them, e.g. {@code 27 mois}. */
@Component
class Periods {

    private final Texts texts;

    Periods(Texts texts) {
        this.texts = texts;
    }

    String words(Period period, String language) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "years", language);
        add(parts, period.getMonths(), "months", language);
        add(parts, period.getDays(), "days", language);
        return String.join(" ", parts);
    }

    private void add(List<String> parts, int number, String unit, String language) {
        if (number != 0) {
            parts.add(texts.text(language, "format.span." + unit, number));
        }
    }
}
