package org.amelionboarding.form;

import java.util.Map;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossier;
import org.springframework.stereotype.Component;

/** A student's contact, for who reads it in a form. */
@Component
class ContactThread {

    private final Contacts contacts;
    private final ThreadText text;

    ContactThread(Contacts contacts, ThreadText text) {
        this.contacts = contacts;
        this.text = text;
    }

    Map<String, String> of(Dossier dossier, String language) {
        return Map.of(
                "subject",
                contacts.subject(dossier.number()),
                "thread",
                text.of(contacts.messages(dossier.number()), language));
    }
}
