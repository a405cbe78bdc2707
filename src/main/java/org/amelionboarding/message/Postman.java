package org.amelionboarding.message;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Goes the rounds: at once when something was queued, and regularly for what waits for another try. Each transport has
 * threads of its own, so that a mail server which hangs does not hold up the SMS; two, so that one mail which hangs does
 * not hold up the next.
 */
@Component
class Postman {

    private static final int THREADS = 2;
    private static final int LONGEST_SEND_SECONDS = 30;

    private final Map<Transport, ThreadPoolTaskScheduler> threads;
    private final Delivery delivery;
    private final CodeWatch codeWatch;
    private final MessageSettings.Delivery settings;

    Postman(List<Transport> transports, Delivery delivery, CodeWatch codeWatch, MessageSettings settings) {
        this.threads = transports.stream().collect(Collectors.toMap(Function.identity(), Postman::threads));
        this.delivery = delivery;
        this.codeWatch = codeWatch;
        this.settings = settings.delivery();
    }

    private static ThreadPoolTaskScheduler threads(Transport transport) {
        ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
        threads.setPoolSize(THREADS);
        threads.setThreadNamePrefix("postman-" + transport.channel() + "-");
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LONGEST_SEND_SECONDS);
        threads.initialize();
        return threads;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        threads.forEach((transport, own) -> {
            own.scheduleWithFixedDelay(() -> delivery.deliverDue(transport), settings.poll());
            if (transport.channel() == Channel.SMS) {
                own.scheduleWithFixedDelay(codeWatch::look, CodeWatch.INTERVAL);
            }
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wake(Outbox.Queued queued) {
        threads.forEach((transport, own) -> {
            if (transport.channel() == queued.channel()) {
                own.execute(() -> delivery.deliverDue(transport));
            }
        });
    }

    @PreDestroy
    void stop() {
        threads.values().forEach(ThreadPoolTaskScheduler::shutdown);
    }
}
