package org.amelionboarding.dossier;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the names of dossiers that are older than the index into it; later starts find nothing to do. */
@Component
class NameIndexFill {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final NameIndex names;
    private final TransactionTemplate transaction;

    NameIndexFill(JdbcClient jdbc, Dossiers dossiers, NameIndex names, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.names = names;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        missing().forEach(number -> transaction.executeWithoutResult(none -> fill(number)));
    }

    private List<String> missing() {
        return jdbc.sql("select number from dossier where identity is not null and not exists"
                        + " (select 1 from dossier_name where dossier = dossier.number)")
                .query(String.class)
                .list();
    }

    /** Another node may do the same, and the dossier be closed meanwhile. */
    private void fill(String number) {
        Dossier dossier = dossiers.lock(number);
        names.erase(number);
        if (dossier.identity() != null) {
            names.keep(number, dossier.identity());
        }
    }
}
