package org.amelionboarding.reimbursement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of statements that are kept, sealed. */
@Component
class Reimbursements {

    private static final String CONTEXT = "reimbursement";
    private static final Comparator<Reimbursement> NEWEST_FIRST = Comparator.comparing(Reimbursement::paidOn)
            .thenComparing(Reimbursement::careDate)
            .thenComparing(Reimbursement::statement)
            .reversed();

    record Kept(String dossier, Reimbursement content) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final ObjectMapper json;
    private final Dossiers dossiers;
    private final Clock clock;

    Reimbursements(JdbcClient jdbc, Cipher cipher, ObjectMapper json, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    boolean areOpenTo(String number) {
        var dossier = dossiers.of(number);
        return dossier.isActive() && !dossier.isClosed();
    }

    /** Newest first. */
    List<Reimbursement> of(String dossier) {
        return jdbc
                .sql("select payload from reimbursement where dossier = ?")
                .param(dossier)
                .query((row, n) -> open(row.getBytes("payload")))
                .list()
                .stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The line with this id, whosever it is. */
    Optional<Kept> find(String statement) {
        return jdbc.sql("select dossier, payload from reimbursement where statement = ?")
                .param(digest(statement))
                .query((row, n) -> new Kept(row.getString("dossier"), open(row.getBytes("payload"))))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another import was faster */
    void keep(String dossier, Reimbursement line) {
        jdbc.sql("insert into reimbursement (statement, dossier, payload, taken_at) values (?, ?, ?, ?)")
                .params(
                        digest(line.statement()),
                        dossier,
                        seal(line),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the transaction that closes the dossier. */
    @EventListener
    void on(MovedOn student) {
        if (dossiers.of(student.dossier()).isClosed()) {
            jdbc.sql("delete from reimbursement where dossier = ?")
                    .param(student.dossier())
                    .update();
        }
    }

    private String digest(String statement) {
        return cipher.digest(statement, CONTEXT);
    }

    private byte[] seal(Reimbursement line) {
        try {
            return cipher.seal(json.writeValueAsString(line), CONTEXT);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private Reimbursement open(byte[] payload) {
        try {
            return json.readValue(cipher.open(payload, CONTEXT), Reimbursement.class);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    /** Without the cause: Jackson quotes the text that it could not read. */
    private static IllegalStateException unreadable() {
        return new IllegalStateException("Reimbursement cannot be written or read");
    }
}
