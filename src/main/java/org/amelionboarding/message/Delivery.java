package org.amelionboarding.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Brings queued messages to their transport, oldest first, and notes what became of them.
 *
 * <p>At least once: between the mail server's answer and the note "sent" a crash means one copy more, with the same id
 * and content. Nothing is sent inside a step's transaction.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final MessageRepository repository;
    private final Payloads payloads;
    private final CircuitBreaker breaker;
    private final Channels channels;
    private final Pace pace;
    private final SmsLimits smsLimits;
    private final Undelivered undelivered;
    private final DeliveryMetrics metrics;
    private final MessageSettings.Delivery settings;
    private final Clock clock;

    Delivery(
            MessageRepository repository,
            Payloads payloads,
            CircuitBreaker breaker,
            Channels channels,
            Pace pace,
            SmsLimits smsLimits,
            Undelivered undelivered,
            DeliveryMetrics metrics,
            MessageSettings settings,
            Clock clock) {
        this.repository = repository;
        this.payloads = payloads;
        this.breaker = breaker;
        this.channels = channels;
        this.pace = pace;
        this.smsLimits = smsLimits;
        this.undelivered = undelivered;
        this.metrics = metrics;
        this.settings = settings.delivery();
        this.clock = clock;
    }

    /** Delivers what is due on one channel, as far as it takes it and the pace allows. */
    void deliverDue(Transport transport) {
        Channel channel = transport.channel();
        channels.announce(channel);
        undelivered.tell(channel);
        List<Message> due;
        do {
            dropExpired(channel);
            due = repository.findDue(channel.name(), clock.instant());
            for (Message message : due) {
                try (var log = MDC.putCloseable("dossier", message.dossier())) {
                    if (smsLimits.areReached(channel) || !pace.lets(channel) || !deliver(message, transport)) {
                        return;
                    }
                }
            }
        } while (!due.isEmpty());
    }

    private void dropExpired(Channel channel) {
        int dropped = repository.dropExpired(channel.name(), clock.instant());
        if (dropped > 0) {
            LOG.info("{}: {} messages dropped, they had expired", channel, dropped);
            metrics.dropped(channel, dropped);
        }
    }

    /** Whether the next one may be tried. */
    private boolean deliver(Message message, Transport transport) {
        Instant now = clock.instant();
        Instant lease = now.plus(settings.lease());
        if (repository.lease(message.id(), now, lease) == 0) {
            return true;
        }
        try {
            Envelope envelope = payloads.open(message.payload());
            smsLimits.check(message, envelope);
            boolean tried = breaker.pass(transport.channel(), () -> {
                transport.send(envelope);
                sent(message);
            });
            if (!tried) {
                repository.giveBack(message.id(), lease, message.nextAttemptAt(), message.error());
            }
            return tried;
        } catch (DeliveryException e) {
            return handle(message, lease, e);
        } catch (RuntimeException e) {
            // Not the exception's text: it could quote the address.
            return handle(message, lease, DeliveryException.passing(e.getClass().getSimpleName()));
        }
    }

    private void sent(Message message) {
        Instant now = clock.instant();
        repository.sent(message.id(), now);
        metrics.sent(message, now);
    }

    private boolean handle(Message message, Instant lease, DeliveryException failure) {
        return switch (failure.kind()) {
            case PERMANENT -> {
                giveUp(message, lease, failure);
                yield true;
            }
            case PASSING -> {
                tryAgain(message, lease, message.silences(), failure);
                yield true;
            }
            case UNKNOWN -> {
                // One copy too many at the most (the same text, but an SMS is not recognised as a copy).
                if (message.silences() == 0) {
                    tryAgain(message, lease, 1, failure);
                } else {
                    giveUp(message, lease, failure);
                }
                yield false;
            }
            case CHANNEL -> {
                // Behind those that are due already: the same one must not always be the probe.
                repository.giveBack(message.id(), lease, clock.instant(), failure.code());
                yield false;
            }
        };
    }

    private void tryAgain(Message message, Instant lease, int silences, DeliveryException failure) {
        int failedBefore = message.attempts();
        if (failedBefore >= settings.retries().size()) {
            giveUp(message, lease, failure);
            return;
        }
        Duration wait = Jitter.around(settings.retries().get(failedBefore));
        LOG.info("{} again in {} ({})", message, wait, failure.code());
        repository.postpone(message.id(), lease, clock.instant().plus(wait), silences, failure.code());
    }

    private void giveUp(Message message, Instant lease, DeliveryException failure) {
        LOG.warn("{} given up ({})", message, failure.code());
        repository.fail(message.id(), lease, clock.instant(), failure.code());
        metrics.failed(message, failure.kind());
        undelivered.tell(message.channel());
    }
}
