package org.amelionboarding.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which dossiers {@code d} are meant, in SQL: all conditions hold. */
record DossierCondition(Collection<String> conditions, Map<String, ?> values) {

    static DossierCondition of(String condition, Map<String, ?> values) {
        return new DossierCondition(List.of(condition), values);
    }

    static DossierCondition none() {
        return of("1 = 0", Map.of());
    }

    String from() {
        return " from dossier d" + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }
}
