package org.amelionboarding.retention;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Purges once a day, by the application's clock: also after it was moved. A node that starts does so at once. */
@Component
class DailyPurge {

    private final Purge purge;
    private final RetentionSettings settings;
    private final Clock clock;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
    private Instant next = Instant.MIN;

    DailyPurge(Purge purge, RetentionSettings settings, Clock clock) {
        this.purge = purge;
        this.settings = settings;
        this.clock = clock;
        thread.setThreadNamePrefix("purge-");
        thread.initialize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Instant first = thread.getClock().instant().plus(settings.look());
        thread.scheduleWithFixedDelay(this::look, first, settings.look());
    }

    private void look() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(settings.pause());
            purge.run();
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
