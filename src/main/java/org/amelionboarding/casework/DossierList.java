package org.amelionboarding.casework;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists dossiers, first what moved last: four queries whatever their number. */
@Component
class DossierList {

    private record Found(String number, DossierStatus status) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final DossierNeeds needs;

    DossierList(JdbcClient jdbc, Dossiers dossiers, DossierNeeds needs) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.needs = needs;
    }

    /** @param asked number of the page; the nearest if there is none */
    DossierRows page(DossierCondition condition, int asked) {
        long total = jdbc.sql("select count(*)" + condition.from())
                .params(condition.values())
                .query(Long.class)
                .single();
        int page = DossierRows.nearest(asked, total);
        return new DossierRows(rows(found(condition, page)), page, total);
    }

    private List<Found> found(DossierCondition condition, int page) {
        return jdbc.sql("select d.number, " + DossierStatus.SQL + " as status" + condition.from()
                        + " order by d.last_action_at desc, d.number desc"
                        + " offset :skipped rows fetch next :size rows only")
                .params(condition.values())
                .param("skipped", (page - 1) * DossierRows.SIZE)
                .param("size", DossierRows.SIZE)
                .query(Found.class)
                .list();
    }

    /** A dossier can be gone since it was found. */
    private List<DossierRow> rows(List<Found> found) {
        List<String> numbers = found.stream().map(Found::number).toList();
        Map<String, Dossier> known = dossiers.all(numbers).stream().collect(toMap(Dossier::number, identity()));
        Map<String, List<String>> needed = needs.of(numbers);
        return found.stream()
                .filter(one -> known.containsKey(one.number()))
                .map(one -> new DossierRow(
                        known.get(one.number()), one.status(), needed.getOrDefault(one.number(), List.of())))
                .toList();
    }
}
