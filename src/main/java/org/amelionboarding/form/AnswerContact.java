package org.amelionboarding.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Component;

/** An advisor answers a student. */
@Component
class AnswerContact implements TaskForm<AnswerContact.Input> {

    record Input(
            @NotBlank(message = "EMPTY")
            @Size(max = Contact.LONGEST_MESSAGE, message = "TOO_LONG")
            @Pattern(regexp = Contact.LINES, message = "FORBIDDEN_CHARACTER")
            String answer) {

        @Override
        public String toString() {
            return "AnswerContact[…]";
        }
    }

    private final Contacts contacts;
    private final ContactThread thread;
    private final Languages languages;

    AnswerContact(Contacts contacts, ContactThread thread, Languages languages) {
        this.contacts = contacts;
        this.thread = thread;
        this.languages = languages;
    }

    @Override
    public String key() {
        return "Task_AnswerContact";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        contacts.add(dossier.number(), Author.ADVISOR, input.answer().strip());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = StudentCard.of(dossier);
        shown.putAll(thread.of(dossier, languages.current()));
        return shown;
    }
}
