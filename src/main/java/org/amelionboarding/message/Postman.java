package org.amelionboarding.message;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Goes the rounds: at once when something was queued, and regularly for what waits for another try. One thread per
 * channel, so that a mail server which hangs does not hold up the SMS.
 */
@Component
class Postman {

    private final List<Transport> transports;
    private final Delivery delivery;
    private final MessageSettings.Delivery settings;
    private final ThreadPoolTaskScheduler scheduler;

    Postman(
            List<Transport> transports,
            Delivery delivery,
            MessageSettings settings,
            @Qualifier("postmen") ThreadPoolTaskScheduler scheduler) {
        this.transports = transports;
        this.delivery = delivery;
        this.settings = settings.delivery();
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        transports.forEach(
                transport -> scheduler.scheduleWithFixedDelay(() -> delivery.deliverDue(transport), settings.poll()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(Outbox.Queued queued) {
        transports.stream()
                .filter(transport -> transport.channel() == queued.channel())
                .forEach(transport -> scheduler.execute(() -> delivery.deliverDue(transport)));
    }
}
