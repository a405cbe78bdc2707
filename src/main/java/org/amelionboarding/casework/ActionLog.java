package org.amelionboarding.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has done what to a dossier, when and why. The reasons are sealed; nothing is ever changed. */
@Component
class ActionLog implements Holding {

    private static final String CONTEXT = "dossier-action";

    /** @param reason null once the dossier has ended, but for the reason of that end */
    record Entry(Instant at, String author, CaseAction action, String reason, Outcome outcome) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;

    ActionLog(JdbcClient jdbc, Cipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void add(String dossier, ActionEntry entry, String author, Outcome outcome) {
        jdbc.sql("insert into dossier_action (id, dossier, acted_at, author, action, reason, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.once(),
                        dossier,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        author,
                        entry.action().name(),
                        cipher.seal(entry.reason(), CONTEXT),
                        outcome.name())
                .update();
    }

    /** What has become of an action that was sent before. */
    Optional<Outcome> outcome(String dossier, String once) {
        return jdbc.sql("select outcome from dossier_action where id = ? and dossier = ?")
                .params(once, dossier)
                .query((row, n) -> Outcome.valueOf(row.getString("outcome")))
                .optional();
    }

    /** How many times it was done. */
    int count(String dossier, CaseAction action) {
        return jdbc.sql("select count(*) from dossier_action where dossier = ? and action = ? and outcome = 'DONE'")
                .params(dossier, action.name())
                .query(Integer.class)
                .single();
    }

    @Override
    public String name() {
        return "advisorsActions";
    }

    /** Oldest first. */
    @Override
    public List<Entry> of(String dossier) {
        return jdbc.sql("select acted_at, author, action, reason, outcome from dossier_action"
                        + " where dossier = ? order by acted_at")
                .param(dossier)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        byte[] reason = row.getBytes("reason");
        return new Entry(
                row.getObject("acted_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                CaseAction.valueOf(row.getString("action")),
                reason == null ? null : cipher.open(reason, CONTEXT),
                Outcome.valueOf(row.getString("outcome")));
    }

    /** Who did what stays; of the texts only why the dossier was closed. */
    void eraseTexts(String dossier) {
        jdbc.sql("update dossier_action set reason = null where dossier = ? and action <> 'CLOSE_DOSSIER'")
                .param(dossier)
                .update();
    }

    @Override
    public void erase(String dossier) {
        jdbc.sql("delete from dossier_action where dossier = ?").param(dossier).update();
    }
}
