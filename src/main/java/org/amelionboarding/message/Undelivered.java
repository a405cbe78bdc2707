package org.amelionboarding.message;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of messages that were given up. That a message failed is kept first, whatever its listeners do; that it was told
 * is kept together with what they do about it. One that throws is told again later.
 */
@Component
class Undelivered {

    private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

    private final MessageRepository repository;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MessageSettings.Delivery settings;
    private final Clock clock;

    Undelivered(
            MessageRepository repository,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            MessageSettings settings,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings.delivery();
        this.clock = clock;
    }

    /** Tells what has not been told yet. */
    void tell(Channel channel) {
        repository.findUntold(channel.name(), clock.instant()).forEach(this::tell);
    }

    private void tell(Message message) {
        try {
            transaction.executeWithoutResult(news -> tellOnce(message));
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: told again later that it failed ({})",
                    message,
                    e.getClass().getSimpleName());
            repository.tellLater(message.id(), clock.instant().plus(settings.longestProbe()));
        }
    }

    private void tellOnce(Message message) {
        if (repository.told(message.id()) == 1) {
            events.publishEvent(new Undeliverable(message.dossier(), message.purpose()));
        }
    }
}
