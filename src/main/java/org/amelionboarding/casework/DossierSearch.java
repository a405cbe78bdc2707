package org.amelionboarding.casework;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.NameIndex;
import org.springframework.stereotype.Component;

/**
 * Understands what an advisor looks for: the number of a dossier, a NIR (with or without its key) or provisional number,
 * else names or beginnings of names.
 */
@Component
class DossierSearch {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\h-]+");

    private final Dossiers dossiers;
    private final NameIndex names;

    DossierSearch(Dossiers dossiers, NameIndex names) {
        this.dossiers = dossiers;
        this.names = names;
    }

    DossierCondition condition(String typed) {
        return byNumber(typed)
                .or(() -> dossiers.findByTypedNumber(typed))
                .map(found -> DossierCondition.of("d.number = :number", Map.of("number", found.number())))
                .orElseGet(() -> byName(typed));
    }

    private Optional<Dossier> byNumber(String typed) {
        String plain = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return plain.length() == 8 ? dossiers.find(plain.substring(0, 4) + "-" + plain.substring(4)) : Optional.empty();
    }

    private DossierCondition byName(String typed) {
        Set<String> digests = names.digests(typed);
        return digests.isEmpty()
                ? DossierCondition.none()
                : DossierCondition.of(
                        "d.number in (select dossier from dossier_name where digest in (:digests)"
                                + " group by dossier having count(*) = :words)",
                        Map.of("digests", digests, "words", digests.size()));
    }
}
