package org.amelionboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The engine's clock, and with it the application's, in the hands of a test; no job executor runs beside it. The clock
 * belongs to the whole JVM: whoever stops it lets it {@link #goOn()} afterwards.
 */
@Component
public class Time {

    /** Where the clock stops: a Monday, four weeks from the next change of summer time. */
    public static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private final ManagementService management;

    Time(ManagementService management) {
        this.management = management;
    }

    /** Stops the clock at {@link #START}. */
    public void stop() {
        stopAt(START);
    }

    /** Stops the clock, and runs nothing. */
    public void stopAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** Gives the real time back. */
    public void goOn() {
        ClockUtil.reset();
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Lets time go by: each timer fires at its own time. */
    public void pass(Duration duration) {
        Instant end = now().plus(duration);
        for (Optional<Job> next = due(end); next.isPresent(); next = due(end)) {
            Instant date = firingDate(next.get());
            stopAt(date.isAfter(now()) ? date : now());
            management.executeJob(next.get().getId());
        }
        stopAt(end);
    }

    /** Time goes by while the application is down: afterwards all that has become due is done at once. */
    public void beDownFor(Duration duration) {
        stopAt(now().plus(duration));
        runDueJobs();
    }

    /** Runs the jobs that are due, oldest first, until none is. A job that fails throws its exception. */
    public void runDueJobs() {
        for (Optional<Job> next = due(now()); next.isPresent(); next = due(now())) {
            management.executeJob(next.get().getId());
        }
    }

    private Optional<Job> due(Instant end) {
        return management.createJobQuery().withRetriesLeft().active().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> !dueDate(job).isAfter(end))
                .min(Comparator.comparing(Time::dueDate));
    }

    /** Fired to the very millisecond, the last of a cycle's timers would come again for ever; no executor is so quick. */
    private static Instant firingDate(Job job) {
        boolean cycle = job instanceof TimerEntity timer && timer.getRepeat() != null;
        return cycle ? dueDate(job).plusMillis(1) : dueDate(job);
    }

    /** A job without a date is due at once. */
    private static Instant dueDate(Job job) {
        return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
    }
}
