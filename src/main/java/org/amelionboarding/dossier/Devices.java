package org.amelionboarding.dossier;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The browsers that the students have signed in from. Each is known by a random token that it keeps; a token belongs to
 * one dossier, and a browser that several students share keeps several.
 */
@Component
public class Devices {

    private static final String THESE = " where dossier = :dossier and digest in (:digests)";

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Duration memory;
    private final Clock clock;

    Devices(JdbcClient jdbc, Cipher cipher, OnboardingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.memory = settings.signIn().deviceMemory();
        this.clock = clock;
    }

    /**
     * Whether one of these tokens is the dossier's; if so it has been seen now.
     *
     * @param tokens all that a browser keeps
     */
    public boolean recognise(String dossier, List<String> tokens) {
        Instant now = clock.instant();
        return !tokens.isEmpty()
                && jdbc.sql("update device set last_seen_at = :now" + THESE + " and last_seen_at > :oldest")
                                .param("now", Timestamp.from(now))
                                .param("dossier", dossier)
                                .param("digests", digests(tokens))
                                .param("oldest", Timestamp.from(now.minus(memory)))
                                .update()
                        > 0;
    }

    /** Whether the student has said, not too long ago, that the password is enough there. */
    public boolean isTrusted(String dossier, List<String> tokens) {
        return !tokens.isEmpty()
                && jdbc.sql("select count(*) from device" + THESE + " and trusted_until > :now")
                                .param("dossier", dossier)
                                .param("digests", digests(tokens))
                                .param("now", Timestamp.from(clock.instant()))
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /**
     * Notes a browser under a new token, so that nobody who has used it before can know it.
     *
     * @param trust for how long the password is enough there; zero if it is not
     * @return the token that it must keep
     */
    public String remember(String dossier, Duration trust) {
        Instant now = clock.instant();
        jdbc.sql("delete from device where last_seen_at <= ?")
                .param(Timestamp.from(now.minus(memory)))
                .update();
        String token = Draw.token();
        jdbc.sql("insert into device (digest, dossier, first_seen_at, last_seen_at, trusted_until)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        digest(token),
                        dossier,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        trust.isZero() ? null : Timestamp.from(now.plus(trust)))
                .update();
        return token;
    }

    /** From now on the code is asked for everywhere. */
    public void distrust(String dossier) {
        jdbc.sql("update device set trusted_until = null where dossier = ?")
                .param(dossier)
                .update();
    }

    /** From now on every browser is a new one. */
    public void forget(String dossier) {
        jdbc.sql("delete from device where dossier = ?").param(dossier).update();
    }

    private List<String> digests(List<String> tokens) {
        return tokens.stream().map(this::digest).toList();
    }

    private String digest(String token) {
        return cipher.digest(token, "device");
    }
}
