package org.amelionboarding.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** How far the job executor is behind. */
@Component
class JobBacklog {

    /**
     * @param due jobs that could be done now and that no node is doing
     * @param oldest time since the oldest job that is not done became due; zero if there is none
     * @param failed jobs that nobody tries any more: each is an incident in Cockpit
     */
    record State(long due, Duration oldest, long failed) {}

    private final ManagementService management;
    private final Clock clock;

    JobBacklog(ManagementService management, Clock clock) {
        this.management = management;
        this.clock = clock;
    }

    State look() {
        long due = due().count() - due().acquired().count();
        long failed = management.createJobQuery().active().noRetriesLeft().count();
        return new State(Math.max(0, due), oldest(), failed);
    }

    private Duration oldest() {
        return due().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .map(this::age)
                .orElse(Duration.ZERO);
    }

    /** A job of before dates were obligatory has none: it is due since it is there. */
    private Duration age(Job job) {
        Date due = job.getDuedate() == null ? job.getCreateTime() : job.getDuedate();
        return Duration.between(due.toInstant(), clock.instant());
    }

    private JobQuery due() {
        return management.createJobQuery().active().executable();
    }
}
