package org.amelionboarding.form;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Does what no answer waits for, when the answer has left, so that its time tells nothing of it (A12). One after the
 * other: of two requests sent at the same moment the second finds what the first has done.
 */
@Component
class AfterTheAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(AfterTheAnswer.class);
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final int MOST_WAITING = 1000;
    private static final int LONGEST_WORK_SECONDS = 10;

    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    AfterTheAnswer() {
        thread.setPoolSize(1);
        thread.setThreadNamePrefix("after-the-answer-");
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(LONGEST_WORK_SECONDS);
        thread.initialize();
    }

    /** Who floods the page gets the same answer as everybody, and nothing more. */
    void run(Runnable work) {
        if (thread.getScheduledThreadPoolExecutor().getQueue().size() < MOST_WAITING) {
            thread.schedule(work, thread.getClock().instant().plus(ANSWER));
        } else {
            LOG.warn("Too much to do after the answers");
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
