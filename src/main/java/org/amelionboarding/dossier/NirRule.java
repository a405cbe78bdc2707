package org.amelionboarding.dossier;

import static org.amelionboarding.dossier.NirProblem.EMPTY;
import static org.amelionboarding.dossier.NirProblem.FORBIDDEN_CHARACTER;
import static org.amelionboarding.dossier.NirProblem.KEY;
import static org.amelionboarding.dossier.NirProblem.KEY_MISSING;
import static org.amelionboarding.dossier.NirProblem.LENGTH;
import static org.amelionboarding.dossier.NirProblem.MONTH;
import static org.amelionboarding.dossier.NirProblem.ORDER;
import static org.amelionboarding.dossier.NirProblem.PLACE;
import static org.amelionboarding.dossier.NirProblem.PROVISIONAL;
import static org.amelionboarding.dossier.NirProblem.SEX;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The make-up of a permanent NIR, {@code S YY MM DD CCC OOO KK} (INSEE), on upper-case text without separators.
 *
 * <p>Months 20–99 stand for incomplete civil records, frequent for people born abroad; the CNAM's own library accepts
 * them, and refusing them shuts genuine people out.
 */
final class NirRule {

    static final int BODY_LENGTH = 13;

    private static final int LENGTH_WITH_KEY = 15;
    private static final Pattern CHARACTERS = Pattern.compile("[0-9]*|[0-9]{5}2[AB][0-9]*");
    private static final Pattern MONTHS = Pattern.compile("0[1-9]|1[0-2]|[2-9][0-9]");
    /** Metropolitan département or 99 (abroad) with commune or country, or overseas 97x, 98x with a shorter commune. */
    private static final Pattern PLACES =
            Pattern.compile("(?:0[1-9]|[1-8][0-9]|9[0-5]|99|2[AB])(?!000)[0-9]{3}|9[78][0-9](?!00)[0-9]{2}");

    private NirRule() {}

    /**
     * The one problem to explain first. A first digit that no permanent number has comes before the length, since more
     * or fewer digits would not help; the key comes last, since a wrong month or place also makes it wrong and says
     * more about where to look.
     */
    static Optional<NirProblem> problem(String nir) {
        if (nir.isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (!CHARACTERS.matcher(nir).matches()) {
            return Optional.of(FORBIDDEN_CHARACTER);
        }
        return firstDigitProblem(nir)
                .or(() -> lengthProblem(nir))
                .or(() -> bodyProblem(nir))
                .or(() -> keyProblem(nir));
    }

    static boolean isBody(String text) {
        return text.length() == BODY_LENGTH
                && CHARACTERS.matcher(text).matches()
                && firstDigitProblem(text).or(() -> bodyProblem(text)).isEmpty();
    }

    /** 97 − (body mod 97) in two digits, 01–97; for this only, 2A counts as 19 and 2B as 18. */
    static String key(String body) {
        long number = Long.parseLong(body.replace("2A", "19").replace("2B", "18"));
        return String.format(Locale.ROOT, "%02d", 97 - number % 97);
    }

    private static Optional<NirProblem> firstDigitProblem(String nir) {
        boolean plausible = nir.length() == BODY_LENGTH || nir.length() == LENGTH_WITH_KEY;
        return switch (nir.charAt(0)) {
            case '1', '2' -> Optional.empty();
            case '3', '4', '7', '8' -> Optional.of(plausible ? PROVISIONAL : LENGTH);
            default -> Optional.of(SEX);
        };
    }

    private static Optional<NirProblem> lengthProblem(String nir) {
        return switch (nir.length()) {
            case LENGTH_WITH_KEY -> Optional.empty();
            case BODY_LENGTH -> Optional.of(KEY_MISSING);
            default -> Optional.of(LENGTH);
        };
    }

    private static Optional<NirProblem> bodyProblem(String nir) {
        if (!MONTHS.matcher(nir.substring(3, 5)).matches()) {
            return Optional.of(MONTH);
        }
        if (!PLACES.matcher(nir.substring(5, 10)).matches()) {
            return Optional.of(PLACE);
        }
        return nir.startsWith("000", 10) ? Optional.of(ORDER) : Optional.empty();
    }

    private static Optional<NirProblem> keyProblem(String nir) {
        String key = key(nir.substring(0, BODY_LENGTH));
        return nir.endsWith(key) ? Optional.empty() : Optional.of(KEY);
    }
}
