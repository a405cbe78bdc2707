package org.amelionboarding.form;

import java.util.List;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.ThreadMessage;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** What has been written so far, for who reads it in a form. Shown as text, kept nowhere else. */
@Component
class ThreadText {

    private final Texts texts;

    ThreadText(Texts texts) {
        this.texts = texts;
    }

    String of(List<ThreadMessage> messages, String language) {
        return messages.stream()
                .map(message -> heading(message, language) + "\n" + message.text())
                .collect(Collectors.joining("\n\n"));
    }

    private String heading(ThreadMessage message, String language) {
        return texts.text(
                language, "thread.written-by." + message.author(), texts.moment(message.writtenAt(), language));
    }
}
