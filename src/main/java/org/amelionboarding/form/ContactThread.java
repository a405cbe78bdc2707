package org.amelionboarding.form;

import java.util.Map;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.ContactMessage;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** What has been written so far, for who reads it in a form. Shown as text, kept nowhere else. */
@Component
class ContactThread {

    private final Contacts contacts;
    private final Texts texts;

    ContactThread(Contacts contacts, Texts texts) {
        this.contacts = contacts;
        this.texts = texts;
    }

    Map<String, String> of(Dossier dossier, String language) {
        String thread = contacts.messages(dossier.number()).stream()
                .map(message -> heading(message, language) + "\n" + message.text())
                .collect(Collectors.joining("\n\n"));
        return Map.of("subject", contacts.subject(dossier.number()), "thread", thread);
    }

    private String heading(ContactMessage message, String language) {
        return texts.text(
                language, "contact.written-by." + message.author(), texts.moment(message.writtenAt(), language));
    }
}
