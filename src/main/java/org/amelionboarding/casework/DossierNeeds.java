package org.amelionboarding.casework;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody should look at: an advisors' task that waits to be handled (its key; those of a low priority only wait
 * for something to come), {@code UNDELIVERED} if the last message was given up, {@code INCIDENT} if a job was.
 */
@Component
class DossierNeeds {

    private static final String SQL = """
            select e.BUSINESS_KEY_ as dossier, t.TASK_DEF_KEY_ as need
              from ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
             where e.BUSINESS_KEY_ in (:dossiers) and t.PRIORITY_ >= 50
               and (t.ASSIGNEE_ is null or t.ASSIGNEE_ <> e.BUSINESS_KEY_)
            union
            select m.dossier, 'UNDELIVERED'
              from message m
             where m.dossier in (:dossiers) and m.status = 'FAILED' and not exists
                   (select 1 from message n where n.dossier = m.dossier and n.queued_at > m.queued_at)
            union
            select e.BUSINESS_KEY_, 'INCIDENT'
              from ACT_RU_EXECUTION e join ACT_RU_INCIDENT i on i.PROC_INST_ID_ = e.ID_
             where e.BUSINESS_KEY_ in (:dossiers)
             order by 1, 2""";

    private record Need(String dossier, String need) {}

    private final JdbcClient jdbc;

    DossierNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By dossier; without those that need nothing. */
    Map<String, List<String>> of(Collection<String> dossiers) {
        return dossiers.isEmpty()
                ? Map.of()
                : jdbc.sql(SQL).param("dossiers", dossiers).query(Need.class).list().stream()
                        .collect(groupingBy(Need::dossier, mapping(Need::need, toList())));
    }
}
