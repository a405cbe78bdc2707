package org.amelionboarding.dossier;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dossier numbers such as {@code 7K3M-9QXF}: seven random characters of Crockford's alphabet (no I, L, O, U) and a
 * check character. There are 2³⁵ of them, so two dossiers may draw the same one: the database decides.
 *
 * <p>The characters are read as the coefficients of a polynomial over the field of 32 elements, which must vanish at a
 * generator of the field. Every place thus has a weight of its own, so that one wrong character or two characters
 * swapped, neighbours or not, never go unnoticed.
 */
public final class DossierNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}");
    private static final int RANDOM_CHARACTERS = 7;

    private DossierNumber() {}

    public static String random(SecureRandom random) {
        String drawn = random.ints(RANDOM_CHARACTERS, 0, ALPHABET.length())
                .mapToObj(value -> ALPHABET.substring(value, value + 1))
                .collect(Collectors.joining());
        String whole = drawn + ALPHABET.charAt(timesGenerator(valueAtGenerator(drawn)));
        return whole.substring(0, 4) + "-" + whole.substring(4);
    }

    /** Whether this is a dossier number in its written form, upper case with the hyphen, and free of typing errors. */
    public static boolean valid(String number) {
        return number != null && FORM.matcher(number).matches() && valueAtGenerator(number.replace("-", "")) == 0;
    }

    private static int valueAtGenerator(String characters) {
        int value = 0;
        for (char character : characters.toCharArray()) {
            value = timesGenerator(value) ^ ALPHABET.indexOf(character);
        }
        return value;
    }

    /** Multiplies by the generator x in GF(2⁵) modulo x⁵ + x² + 1. */
    private static int timesGenerator(int value) {
        int doubled = value << 1;
        return doubled < 32 ? doubled : doubled ^ 0b100101;
    }
}
