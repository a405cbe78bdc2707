package org.amelionboarding.message;

import java.time.Instant;
import java.util.List;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Holding;
import org.springframework.stereotype.Component;

/** The messages to a person. Their texts are gone once they have left; codes and links are told to nobody. */
@Component
class HeldMessages implements Holding {

    /** @param subject null of an SMS */
    record Told(
            MessagePurpose purpose,
            Channel channel,
            String subject,
            Message.Status status,
            Instant queuedAt,
            Instant sentAt) {}

    private final MessageRepository repository;
    private final Dossiers dossiers;
    private final Texts texts;

    HeldMessages(MessageRepository repository, Dossiers dossiers, Texts texts) {
        this.repository = repository;
        this.dossiers = dossiers;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "messages";
    }

    /** Oldest first. */
    @Override
    public List<Told> of(String dossier) {
        String language = dossiers.of(dossier).language();
        return repository.findByDossierOrderByQueuedAt(dossier).stream()
                .map(message -> told(message, language))
                .toList();
    }

    private Told told(Message message, String language) {
        return new Told(
                message.purpose(),
                message.channel(),
                message.channel() == Channel.SMS
                        ? null
                        : texts.text(language, "message." + message.purpose() + ".subject"),
                message.status(),
                message.queuedAt(),
                message.sentAt());
    }

    @Override
    public void erase(String dossier) {
        repository.deleteByDossier(dossier);
    }
}
