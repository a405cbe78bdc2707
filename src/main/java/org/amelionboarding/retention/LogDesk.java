package org.amelionboarding.retention;

import java.util.List;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.amelionboarding.retention.RetentionLog.Entry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff read what was erased, deleted and handed out. */
@Controller
class LogDesk {

    /** @param at when, as people read it */
    record Line(String at, Entry entry) {}

    private final RetentionLog log;
    private final Texts texts;
    private final Languages languages;

    LogDesk(RetentionLog log, Texts texts, Languages languages) {
        this.log = log;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/desk/purges")
    String show(@RequestParam(defaultValue = "0") int page, Model model) {
        int shown = Math.max(page, 0);
        List<Entry> entries = log.page(shown);
        boolean more = entries.size() > RetentionLog.PAGE;
        model.addAttribute(
                "lines",
                entries.stream().limit(RetentionLog.PAGE).map(this::line).toList());
        model.addAttribute("newer", shown > 0 ? shown - 1 : null);
        model.addAttribute("older", more ? shown + 1 : null);
        return "desk-purges";
    }

    private Line line(Entry entry) {
        return new Line(texts.moment(entry.doneAt(), languages.current()), entry);
    }
}
