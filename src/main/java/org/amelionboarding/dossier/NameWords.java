package org.amelionboarding.dossier;

import static java.util.stream.Collectors.toCollection;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a name as people type them one way or another: without accents, case, hyphens and apostrophes. */
final class NameWords {

    /** Fewer letters begin too many names. */
    static final int SHORTEST_BEGINNING = 3;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> WITHOUT_STROKES = Map.of(
            "æ", "ae", "œ", "oe", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ı", "i");

    private NameWords() {}

    static SortedSet<String> of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : WITHOUT_STROKES.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    /** The word itself, and what it begins with. */
    static Stream<String> withBeginnings(String word) {
        return Stream.concat(
                Stream.of(word),
                IntStream.range(SHORTEST_BEGINNING, word.length()).mapToObj(length -> word.substring(0, length)));
    }
}
