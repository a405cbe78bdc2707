package org.amelionboarding.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.amelionboarding.dossier.GrowingWait;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps messages from a channel that takes none. After a failure of the channel only single messages go there, after
 * waits that grow, until one of them gets an answer. The state is in the database: all nodes share it, and a restart
 * does not forget it.
 *
 * <p>A gateway that keeps silent counts as down too: otherwise each waiting message would use up its one resend on it.
 */
@Component
class CircuitBreaker {

    /** Hands one message over. */
    interface Sending {
        void run() throws DeliveryException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

    private final ChannelRepository repository;
    private final Channels channels;
    private final MessageSettings.Delivery settings;
    private final Clock clock;

    CircuitBreaker(ChannelRepository repository, Channels channels, MessageSettings settings, Clock clock) {
        this.repository = repository;
        this.channels = channels;
        this.settings = settings.delivery();
        this.clock = clock;
    }

    /** Whether the channel was tried at all. */
    boolean pass(Channel channel, Sending sending) throws DeliveryException {
        ChannelState state = repository.find(channel.name());
        if (state.isDown() && !takesProbe(state)) {
            return false;
        }
        try {
            sending.run();
            works(state);
            return true;
        } catch (DeliveryException e) {
            switch (e.kind()) {
                case CHANNEL, UNKNOWN -> fails(state, e.code());
                // A refusal is an answer.
                case PERMANENT, PASSING -> works(state);
            }
            throw e;
        }
    }

    /** One worker of all nodes; if it dies on the way, the next one may after a lease. */
    private boolean takesProbe(ChannelState state) {
        Instant now = clock.instant();
        return repository.takeProbe(state.channel().name(), state.failures(), now, now.plus(settings.lease())) == 1;
    }

    private void works(ChannelState state) {
        if (state.isDown() && repository.works(state.channel().name(), state.failures()) == 1) {
            LOG.info("{} works again", state.channel());
            channels.announce(state.channel());
        }
    }

    private void fails(ChannelState state, String code) {
        if (repository.find(state.channel().name()).failures() != state.failures()) {
            // Another worker was first, and may hold the row while it tells of the outage.
            return;
        }
        Duration wait = Jitter.around(wait(state.failures()));
        Instant probe = clock.instant().plus(wait);
        if (repository.fails(state.channel().name(), state.failures(), probe, code) == 1) {
            LOG.warn("{} is down, one message again in {} ({})", state.channel(), wait, code);
            channels.announce(state.channel());
        }
    }

    private Duration wait(int failuresBefore) {
        return new GrowingWait(settings.firstProbe(), settings.longestProbe()).after(failuresBefore);
    }
}
