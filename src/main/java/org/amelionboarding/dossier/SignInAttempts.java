package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after some wrong tries for one name from one origin each further one doubles a wait, and after
 * many from anywhere every origin that has failed waits for the rest of its day. An origin without a failure of its own
 * always has its try, so that no stranger can lock the owner out (A13). It holds for unknown names too, so that the wait
 * tells nothing (A12).
 *
 * <p>A try counts as a failure until it has proved right: of many at the same time no more than the allowed ones are
 * looked at (A4).
 */
@Component
public class SignInAttempts {

    private record Failures(int number, Instant since, Instant blockedUntil) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final OnboardingSettings.SignIn settings;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Cipher cipher, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings.signIn();
        this.clock = clock;
    }

    /** The name under which a student's tries are counted, however the number was typed. */
    public static String nameOf(Nir nir) {
        return "student " + nir.body();
    }

    /** Counts a try before it is looked at; while a wait lasts its end is the answer, and the try must be refused. */
    public Optional<Instant> begin(String name, String origin) {
        String who = digest(name);
        while (true) {
            Instant now = clock.instant();
            Optional<Failures> failures = failures(who, origin, now);
            Optional<Instant> wait = endOfWait(failures, who, now);
            if (wait.isPresent()) {
                return wait;
            }
            // Else another try came at the same moment and this one must look again.
            if (failures.isEmpty() ? countFirst(who, origin, now) : countAgain(who, origin, failures.get(), now)) {
                return Optional.empty();
            }
        }
    }

    /** The end of a wait that lasts, without counting a try. */
    public Optional<Instant> waitsUntil(String name, String origin) {
        String who = digest(name);
        Instant now = clock.instant();
        return endOfWait(failures(who, origin, now), who, now);
    }

    /**
     * Writes what stands there already. Where there is no code whose try could be counted it takes that time, so that
     * the time of the answer does not tell whether the name is known (A12).
     */
    public void countNothing(String name, String origin) {
        jdbc.sql("update sign_in_failure set failures = failures where name = ? and origin = ?")
                .params(digest(name), origin)
                .update();
    }

    /** The try was right: nothing counts against this origin any more. */
    public void succeeded(String name, String origin) {
        jdbc.sql("delete from sign_in_failure where name = ? and origin = ?")
                .params(digest(name), origin)
                .update();
    }

    /** The try could not be looked at, through no fault of who made it. */
    public void takeBack(String name, String origin) {
        String who = digest(name);
        jdbc.sql("update sign_in_failure set failures = failures - 1, blocked_until = ? where name = ? and origin = ?")
                .params(Timestamp.from(clock.instant()), who, origin)
                .update();
        jdbc.sql("delete from sign_in_failure where name = ? and origin = ? and failures <= 0")
                .params(who, origin)
                .update();
    }

    /** Ends all waits for one student, when an advisor has made sure who asks. */
    public void forget(Nir nir) {
        jdbc.sql("delete from sign_in_failure where name = ?")
                .param(digest(nameOf(nir)))
                .update();
    }

    private Optional<Failures> failures(String who, String origin, Instant now) {
        return jdbc.sql("select failures, since, blocked_until from sign_in_failure"
                        + " where name = ? and origin = ? and (since > ? or blocked_until > ?)")
                .params(who, origin, windowBefore(now), Timestamp.from(now))
                .query((row, n) -> new Failures(
                        row.getInt("failures"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("blocked_until").toInstant()))
                .optional();
    }

    private Optional<Instant> endOfWait(Optional<Failures> failures, String who, Instant now) {
        return failures.map(past -> endOfWait(past, who, now)).filter(now::isBefore);
    }

    private Instant endOfWait(Failures past, String who, Instant now) {
        Instant endOfWindow = past.since().plus(settings.window());
        return endOfWindow.isAfter(past.blockedUntil()) && failuresInAll(who, now) >= settings.failuresInAll()
                ? endOfWindow
                : past.blockedUntil();
    }

    private int failuresInAll(String who, Instant now) {
        return jdbc.sql("select coalesce(sum(failures), 0) from sign_in_failure where name = ? and since > ?")
                .params(who, windowBefore(now))
                .query(Integer.class)
                .single();
    }

    private boolean countFirst(String who, String origin, Instant now) {
        jdbc.sql("delete from sign_in_failure where since <= ? and blocked_until <= ?")
                .params(windowBefore(now), Timestamp.from(now))
                .update();
        try {
            return jdbc.sql("insert into sign_in_failure (name, origin, failures, since, blocked_until)"
                                    + " values (?, ?, 1, ?, ?)")
                            .params(who, origin, Timestamp.from(now), Timestamp.from(now.plus(waitAfter(1))))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean countAgain(String who, String origin, Failures past, Instant now) {
        int number = past.number() + 1;
        return jdbc.sql("update sign_in_failure set failures = ?, blocked_until = ?"
                                + " where name = ? and origin = ? and failures = ? and since = ?")
                        .params(
                                number,
                                Timestamp.from(now.plus(waitAfter(number))),
                                who,
                                origin,
                                past.number(),
                                Timestamp.from(past.since()))
                        .update()
                == 1;
    }

    private Duration waitAfter(int failures) {
        if (failures < settings.failures()) {
            return Duration.ZERO;
        }
        return new GrowingWait(settings.firstWait(), settings.longestWait()).after(failures - settings.failures());
    }

    private Timestamp windowBefore(Instant now) {
        return Timestamp.from(now.minus(settings.window()));
    }

    private String digest(String name) {
        return cipher.digest(name, "sign-in");
    }
}
