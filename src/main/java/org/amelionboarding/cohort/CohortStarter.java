package org.amelionboarding.cohort;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Goes the rounds: a few dossiers at a time, one after the other on one thread and one connection, so that people who
 * sign in meanwhile notice nothing. What waits in the database at the start of the application goes on by itself.
 */
@Component
class CohortStarter {

    private static final Logger LOG = LoggerFactory.getLogger(CohortStarter.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final int LONGEST_ROUND_SECONDS = 30;

    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();
    private final LineStart lines;
    private final CohortRepository cohorts;
    private final CohortSettings settings;
    private final Clock clock;

    CohortStarter(LineStart lines, CohortRepository cohorts, CohortSettings settings, Clock clock) {
        this.lines = lines;
        this.cohorts = cohorts;
        this.settings = settings;
        this.clock = clock;
        thread.setThreadNamePrefix("cohort-");
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(LONGEST_ROUND_SECONDS);
        thread.initialize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::round, settings.poll());
        thread.scheduleWithFixedDelay(this::forget, BETWEEN_CLEANINGS);
    }

    void round() {
        int started = 0;
        while (started < settings.linesPerRound() && startNext()) {
            started++;
        }
    }

    /** Whether a line waited. */
    private boolean startNext() {
        try {
            return lines.startNext();
        } catch (LineFailed e) {
            // Not the exception's text: it could quote what was to be kept.
            LOG.warn("{} ({})", e.getMessage(), e.getCause().getClass().getSimpleName());
            lines.fail(e);
            return true;
        }
    }

    void forget() {
        cohorts.forgetNotStarted(clock.instant().minus(settings.preview()));
        cohorts.forgetStarted(clock.instant().minus(settings.kept()));
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
