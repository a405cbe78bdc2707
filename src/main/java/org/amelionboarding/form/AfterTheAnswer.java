package org.amelionboarding.form;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Does what no answer waits for, so that the time of the answer tells nothing of it (A12). One after the other: of two
 * requests sent at the same moment the second finds what the first has done.
 */
@Component
class AfterTheAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(AfterTheAnswer.class);
    private static final int MOST_WAITING = 1000;
    private static final int LONGEST_WORK_SECONDS = 10;

    private final ThreadPoolTaskExecutor thread = new ThreadPoolTaskExecutor();

    AfterTheAnswer() {
        thread.setCorePoolSize(1);
        thread.setMaxPoolSize(1);
        thread.setQueueCapacity(MOST_WAITING);
        // Whoever floods the page gets the same answer as everybody, and nothing more.
        thread.setRejectedExecutionHandler((work, full) -> LOG.warn("Too much to do after the answers"));
        thread.setThreadNamePrefix("after-the-answer-");
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(LONGEST_WORK_SECONDS);
        thread.initialize();
    }

    void run(Runnable work) {
        thread.execute(work);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
