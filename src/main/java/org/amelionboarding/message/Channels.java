package org.amelionboarding.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the rest of the application which channels are down. What was told is noted with the telling, so that each
 * outage is told once; a listener that fails delays the news, never the messages.
 */
@Component
public class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final ChannelRepository repository;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Channels(ChannelRepository repository, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.repository = repository;
        this.events = events;
        this.transaction = transaction;
    }

    /** Code of the failure that keeps a channel down, such as {@code SMTP_CONNECT}; null if it works. */
    public String failure(Channel channel) {
        return repository.find(channel.name()).error();
    }

    /** Tells what has not been told yet. */
    void announce(Channel channel) {
        ChannelState state = repository.find(channel.name());
        if (state.isDown() == state.announced()) {
            return;
        }
        try {
            transaction.executeWithoutResult(news -> announceOnce(channel));
        } catch (RuntimeException e) {
            // Not the exception's text: a listener could quote anything.
            LOG.error(
                    "{}: the outage or its end is told again later ({})",
                    channel,
                    e.getClass().getSimpleName());
        }
    }

    private void announceOnce(Channel channel) {
        if (repository.announceDown(channel.name()) == 1) {
            events.publishEvent(new ChannelDown(channel));
        } else if (repository.announceRestored(channel.name()) == 1) {
            events.publishEvent(new ChannelRestored(channel));
        }
    }
}
