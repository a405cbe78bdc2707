package org.amelionboarding.demo;

import java.util.List;
import org.amelionboarding.demo.Inbox.Entry;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows the demo's inbox, to people and to tests. */
@Controller
@Profile("demo")
class InboxPages {

    record Shown(
            String id,
            Channel channel,
            String to,
            String subject,
            String text,
            List<String> links,
            String sentAt,
            String dossier) {}

    private final Inbox inbox;
    private final Texts texts;
    private final Languages languages;

    InboxPages(Inbox inbox, Texts texts, Languages languages) {
        this.inbox = inbox;
        this.texts = texts;
        this.languages = languages;
    }

    @GetMapping("/inbox.json")
    @ResponseBody
    List<Entry> json() {
        return inbox.newestFirst();
    }

    @GetMapping("/inbox")
    String page(Model model) {
        model.addAttribute(
                "messages", inbox.newestFirst().stream().map(this::shown).toList());
        return "inbox";
    }

    private Shown shown(Entry entry) {
        return new Shown(
                entry.id(),
                entry.channel(),
                entry.to(),
                entry.subject(),
                entry.text(),
                entry.links(),
                texts.moment(entry.sentAt(), languages.current()),
                entry.dossier());
    }
}
