package org.amelionboarding.dossier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/**
 * Passwords that an attacker tries first (ASVS 6.2.4, 6.2.11), compared without regard to case. A password is one of
 * them if
 *
 * <ul>
 *   <li>it is among the 100,000 commonest that nbvcxz brings, as it stands or without the special characters around it
 *       ({@code Azerty123!}). Entries of fewer than 8 characters do not count: nobody can choose them here;
 *   <li>or its letters are nothing but context words and words about the student, and beside these it has at most 6
 *       digits and special characters ({@code Vitale2027!}, {@code 7Marie-Dupont}). A word within a longer password is
 *       harmless ({@code camunda-Tortue-7-danse}), and so is one lost among many other characters.
 * </ul>
 *
 * <p>Substitutions as in {@code C@munda1} are left to the strength meter.
 */
final class CommonPasswords {

    private static final int SHORTEST_LISTED = 8;
    private static final int MOST_DECORATION = 6;
    private static final int SHORTEST_WORD = 2;

    private static final List<String> CONTEXT = List.of(
            "ameli",
            "assurance",
            "maladie",
            "vitale",
            "securite",
            "sociale",
            "camunda",
            "university",
            "universite",
            "student",
            "etudiant",
            "password",
            "motdepasse",
            "azerty",
            "qwerty",
            "bonjour");

    private static final Pattern AROUND = Pattern.compile("^[^a-z0-9]+|[^a-z0-9]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Set<String> listed = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
            .filter(entry -> entry.length() >= SHORTEST_LISTED)
            .map(CommonPasswords::lowerCase)
            .collect(Collectors.toUnmodifiableSet());

    boolean contain(String password, Collection<String> personalWords) {
        String lower = lowerCase(password);
        return listed.contains(lower)
                || listed.contains(AROUND.matcher(lower).replaceAll(""))
                || isMadeOf(lower, personalWords);
    }

    private static boolean isMadeOf(String lower, Collection<String> personalWords) {
        String letters = NO_LETTERS.matcher(lower).replaceAll("");
        if (lower.length() - letters.length() > MOST_DECORATION) {
            return false;
        }
        List<String> longestFirst = Stream.concat(
                        CONTEXT.stream(), personalWords.stream().flatMap(CommonPasswords::words))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String word : longestFirst) {
            letters = letters.replace(word, " ");
        }
        return letters.isBlank();
    }

    /** The words of a name or address as a password can hold them: Latin letters without accents. */
    private static Stream<String> words(String personal) {
        String latin = ACCENTS.matcher(Normalizer.normalize(personal, Normalizer.Form.NFD))
                .replaceAll("");
        return Arrays.stream(NO_LETTERS.split(lowerCase(latin))).filter(word -> word.length() >= SHORTEST_WORD);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
