package org.amelionboarding.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings queued messages to their transport and notes what became of them.
 *
 * <p>At least once: between the mail server's answer and the note "sent" a crash means one copy more, with the same id
 * and content. Nothing is sent inside a step's transaction.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final MessageRepository repository;
    private final Payloads payloads;
    private final MessageSettings.Delivery settings;
    private final Clock clock;

    Delivery(MessageRepository repository, Payloads payloads, MessageSettings settings, Clock clock) {
        this.repository = repository;
        this.payloads = payloads;
        this.settings = settings.delivery();
        this.clock = clock;
    }

    /** Delivers all that is due on one channel. */
    void deliverDue(Transport transport) {
        List<Message> due;
        do {
            due = repository.findDue(transport.channel().name(), clock.instant());
            due.forEach(message -> deliver(message, transport));
        } while (!due.isEmpty());
    }

    private void deliver(Message message, Transport transport) {
        Instant now = clock.instant();
        Instant lease = now.plus(settings.lease());
        if (repository.lease(message.id(), now, lease) == 0) {
            return;
        }
        try {
            transport.send(payloads.open(message.payload()));
            repository.sent(message.id(), clock.instant());
        } catch (DeliveryException e) {
            handle(message, lease, e.permanent(), e.code());
        } catch (RuntimeException e) {
            // Not the exception's text: it could quote the address.
            handle(message, lease, false, e.getClass().getSimpleName());
        }
    }

    private void handle(Message message, Instant lease, boolean permanent, String code) {
        int failedBefore = message.attempts();
        if (permanent || failedBefore >= settings.retries().size()) {
            LOG.warn("Dossier {}: {} given up ({})", message.dossier(), message.purpose(), code);
            repository.fail(message.id(), lease, code);
        } else {
            Duration wait = jittered(settings.retries().get(failedBefore));
            LOG.info("Dossier {}: {} again in {} ({})", message.dossier(), message.purpose(), wait, code);
            repository.postpone(message.id(), lease, clock.instant().plus(wait), code);
        }
    }

    /** Half to one and a half of the time, so that an outage does not end in a storm. */
    private static Duration jittered(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
