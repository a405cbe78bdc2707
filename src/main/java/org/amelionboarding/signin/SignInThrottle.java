package org.amelionboarding.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: after some wrong tries for one name from one network address each further one doubles a wait. It
 * binds name and address together, so that a stranger elsewhere cannot lock the owner out (A13), and it holds for
 * unknown names too, so that the answer tells nothing (A12).
 */
@Component
class SignInThrottle {

    private static final Duration FORGET = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final OnboardingSettings.SignIn settings;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Cipher cipher, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings.signIn();
        this.clock = clock;
    }

    /** @throws SignInBlocked while the wait lasts */
    void check(String name, String address) {
        jdbc.sql("select blocked_until from sign_in_failure where origin = ?")
                .param(origin(name, address))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .filter(until -> until.isAfter(clock.instant()))
                .ifPresent(until -> {
                    throw new SignInBlocked(until);
                });
    }

    void failed(String name, String address) {
        String origin = origin(name, address);
        Instant now = clock.instant();
        jdbc.sql("delete from sign_in_failure where blocked_until < ?")
                .param(Timestamp.from(now.minus(FORGET)))
                .update();
        if (!countAgain(origin)) {
            countFirst(origin, now);
        }
        int failures = jdbc.sql("select failures from sign_in_failure where origin = ?")
                .param(origin)
                .query(Integer.class)
                .single();
        jdbc.sql("update sign_in_failure set blocked_until = ? where origin = ?")
                .params(Timestamp.from(now.plus(waitAfter(failures))), origin)
                .update();
    }

    private boolean countAgain(String origin) {
        return jdbc.sql("update sign_in_failure set failures = failures + 1 where origin = ?")
                        .param(origin)
                        .update()
                > 0;
    }

    private void countFirst(String origin, Instant now) {
        try {
            jdbc.sql("insert into sign_in_failure (origin, failures, blocked_until) values (?, 1, ?)")
                    .params(origin, Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another first failure came at the same moment.
            countAgain(origin);
        }
    }

    void succeeded(String name, String address) {
        jdbc.sql("delete from sign_in_failure where origin = ?")
                .param(origin(name, address))
                .update();
    }

    private Duration waitAfter(int failures) {
        if (failures < settings.failures()) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - settings.failures(), 20);
        Duration wait = settings.firstWait().multipliedBy(1L << doublings);
        return wait.compareTo(settings.longestWait()) < 0 ? wait : settings.longestWait();
    }

    private String origin(String name, String address) {
        return cipher.digest(name + '|' + address, "sign-in");
    }
}
