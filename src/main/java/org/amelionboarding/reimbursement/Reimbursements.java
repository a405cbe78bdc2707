package org.amelionboarding.reimbursement;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.amelionboarding.dossier.SealedJson;
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
    private final SealedJson sealed;
    private final Dossiers dossiers;
    private final Clock clock;

    Reimbursements(JdbcClient jdbc, Cipher cipher, SealedJson sealed, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sealed = sealed;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    boolean areOpenTo(String number) {
        return dossiers.of(number).isInUse();
    }

    /** Newest first. */
    List<Reimbursement> of(String dossier) {
        return jdbc
                .sql("select payload from reimbursement where dossier = ?")
                .param(dossier)
                .query((row, n) -> sealed.open(row.getBytes("payload"), Reimbursement.class, CONTEXT))
                .list()
                .stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The line with this id, whosever it is. */
    Optional<Kept> find(String statement) {
        return jdbc.sql("select dossier, payload from reimbursement where statement = ?")
                .param(digest(statement))
                .query((row, n) -> new Kept(
                        row.getString("dossier"), sealed.open(row.getBytes("payload"), Reimbursement.class, CONTEXT)))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another import was faster */
    void keep(String dossier, Reimbursement line) {
        jdbc.sql("insert into reimbursement (statement, dossier, payload, taken_at) values (?, ?, ?, ?)")
                .params(
                        digest(line.statement()),
                        dossier,
                        sealed.seal(line, CONTEXT),
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
}
