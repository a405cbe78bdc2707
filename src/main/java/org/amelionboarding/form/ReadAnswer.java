package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.springframework.stereotype.Component;

/** The student has read the answer: that was it, or the conversation goes on. */
@Component
class ReadAnswer implements TaskForm<ReadAnswer.Input> {

    enum Action {
        DONE,
        ASK
    }

    record Input(
            @NotNull(message = "EMPTY") Action action,

            @Size(max = Contact.LONGEST_MESSAGE, message = "TOO_LONG")
            @Pattern(regexp = Contact.LINES, message = "FORBIDDEN_CHARACTER")
            String message) {

        boolean isBlank() {
            return message == null || message.isBlank();
        }

        @Override
        public String toString() {
            return "ReadAnswer[" + action + "]";
        }
    }

    private final Contacts contacts;
    private final ContactThread thread;

    ReadAnswer(Contacts contacts, ContactThread thread) {
        this.contacts = contacts;
        this.thread = thread;
    }

    @Override
    public String key() {
        return "Task_ReadAnswer";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** Nothing that was written is thrown away by the wrong button. */
    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        problems.addUnless(input.action() != Action.ASK || !input.isBlank(), "message", "EMPTY");
        problems.addUnless(input.action() != Action.DONE || input.isBlank(), "message", "NOT_SENT");
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        if (input.action() == Action.ASK) {
            contacts.add(dossier.number(), Author.STUDENT, input.message().strip());
        }
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return thread.of(dossier, dossier.language());
    }
}
