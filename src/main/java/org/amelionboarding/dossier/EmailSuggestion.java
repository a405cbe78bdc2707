package org.amelionboarding.dossier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Proposes the address that was probably meant when a common provider's name is mistyped: whoever confirms a link that
 * never arrives is locked out. A proposal only, since somebody may really have the other address.
 */
public class EmailSuggestion {

    /** Names shorter than this have neighbours that are somebody's own: only their ending is looked at. */
    private static final int SHORTEST_NAME = 4;
    /** From here on two slips still leave the name unlike any other. */
    private static final int LONG_NAME = 6;

    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    private final List<String> commonDomains;

    /** @param commonDomains in lower case; of two that are equally close the first is proposed */
    public EmailSuggestion(List<String> commonDomains) {
        this.commonDomains = List.copyOf(commonDomains);
    }

    /** The address with the domain that was probably meant; none if the domain is common itself, or like no other. */
    public Optional<String> of(String typed) {
        String address = EmailSyntax.trimmed(typed);
        String localPart = EmailSyntax.localPart(address);
        if (localPart.isEmpty() || address.length() > EmailSyntax.LONGEST) {
            return Optional.empty();
        }
        String domain = address.substring(localPart.length() + 1).toLowerCase(Locale.ROOT);
        if (commonDomains.contains(domain)) {
            return Optional.empty();
        }
        return commonDomains.stream()
                .filter(common -> isClose(domain, common))
                .min(Comparator.comparing(common -> DISTANCE.apply(domain, common)))
                .flatMap(common -> EmailSyntax.normalised(localPart + "@" + common));
    }

    private static boolean isClose(String domain, String common) {
        String name = common.substring(0, common.indexOf('.'));
        String ending = common.substring(name.length());
        return switch (DISTANCE.apply(domain, common)) {
            case 1 -> name.length() >= SHORTEST_NAME || domain.startsWith(name + ".");
            case 2 -> domain.endsWith(ending) && (name.length() >= LONG_NAME || isSwapped(domain, common));
            default -> false;
        };
    }

    /** The same letters in another order. */
    private static boolean isSwapped(String domain, String common) {
        return Arrays.equals(
                domain.chars().sorted().toArray(), common.chars().sorted().toArray());
    }
}
