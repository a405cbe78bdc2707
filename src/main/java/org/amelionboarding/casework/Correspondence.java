package org.amelionboarding.casework;

import java.util.List;
import org.amelionboarding.message.Message;
import org.amelionboarding.message.Outbox;
import org.springframework.stereotype.Component;

/** The messages to a student: what for, where to and what has become of them; never what they say. */
@Component
class Correspondence {

    /** @param address masked; null once the dossier has ended */
    record Letter(Message message, String when, String purpose, String address, String state) {}

    private final Outbox outbox;
    private final Words words;

    Correspondence(Outbox outbox, Words words) {
        this.outbox = outbox;
        this.words = words;
    }

    /** Newest first. */
    List<Letter> of(String dossier) {
        return outbox.latest(dossier).stream().map(this::letter).toList();
    }

    private Letter letter(Message message) {
        return new Letter(
                message,
                words.moment(message.queuedAt()),
                words.say("purpose." + message.purpose()),
                outbox.maskedAddress(message).orElse(null),
                state(message));
    }

    private String state(Message message) {
        return switch (message.status()) {
            case QUEUED -> queued(message);
            case SENT -> words.say("status.SENT", words.moment(message.sentAt()));
            case FAILED -> words.say("status.FAILED", why(message.error()));
            case DROPPED -> words.say("status.DROPPED");
        };
    }

    private String queued(Message message) {
        return message.error() == null ? words.say("status.QUEUED") : words.say("status.RETRIED", why(message.error()));
    }

    private String why(String code) {
        return words.first("error." + code.replaceFirst("^SMTP_5\\d\\d$", "SMTP_5XX"), "error.OTHER", code);
    }
}
