package org.amelionboarding.dossier;

import static org.amelionboarding.dossier.PasswordProblem.CONTAINS_BIRTH_DATE;
import static org.amelionboarding.dossier.PasswordProblem.CONTAINS_NIR;
import static org.amelionboarding.dossier.PasswordProblem.FORBIDDEN_CHARACTER;
import static org.amelionboarding.dossier.PasswordProblem.NO_DIGIT_OR_SPECIAL;
import static org.amelionboarding.dossier.PasswordProblem.NO_LOWERCASE;
import static org.amelionboarding.dossier.PasswordProblem.NO_UPPERCASE;
import static org.amelionboarding.dossier.PasswordProblem.TOO_LONG;
import static org.amelionboarding.dossier.PasswordProblem.TOO_SHORT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The guide's rules for a password, taken as received: no trimming, no normalisation (ASVS 6.2.8).
 *
 * <p>Length counts Unicode code points. NIR and birth date are looked for after everything but ASCII letters and digits
 * has been removed, so that separators do not hide them; letters do. The guide forbids "une partie de celle-ci" of the
 * birth date only, so parts of the NIR are allowed unless they are one of the {@link BirthDateParts}.
 */
public final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 50;
    private static final String SPECIALS = "?!$£€@&(-+_)=*%/<>,.;:";
    private static final Pattern HIDING = Pattern.compile("[^0-9A-Za-z]");

    private final Clock clock;

    /** @param clock tells the century of a birth year known from the NIR only */
    public PasswordRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * All broken rules, none if the password is acceptable.
     *
     * @param birthDate null where it is not held; year and month then come from the NIR
     */
    public Set<PasswordProblem> check(String password, Nir nir, LocalDate birthDate) {
        Set<PasswordProblem> problems = EnumSet.noneOf(PasswordProblem.class);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            problems.add(TOO_SHORT);
        }
        if (length > LONGEST) {
            problems.add(TOO_LONG);
        }
        if (!any(password, PasswordRules::isLowercase)) {
            problems.add(NO_LOWERCASE);
        }
        if (!any(password, PasswordRules::isUppercase)) {
            problems.add(NO_UPPERCASE);
        }
        if (!any(password, PasswordRules::isDigitOrSpecial)) {
            problems.add(NO_DIGIT_OR_SPECIAL);
        }
        if (any(password, character -> !isAuthorised(character))) {
            problems.add(FORBIDDEN_CHARACTER);
        }
        String bare = HIDING.matcher(password).replaceAll("").toUpperCase(Locale.ROOT);
        if (bare.contains(nir.body())) {
            problems.add(CONTAINS_NIR);
        }
        if (birthDateParts(nir, birthDate).stream().anyMatch(bare::contains)) {
            problems.add(CONTAINS_BIRTH_DATE);
        }
        return problems;
    }

    private Set<String> birthDateParts(Nir nir, LocalDate birthDate) {
        return birthDate == null ? BirthDateParts.of(nir, Year.now(clock)) : BirthDateParts.of(birthDate);
    }

    private static boolean any(String password, IntPredicate kind) {
        return password.codePoints().anyMatch(kind);
    }

    private static boolean isLowercase(int character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isUppercase(int character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isDigitOrSpecial(int character) {
        return character >= '0' && character <= '9' || SPECIALS.indexOf(character) >= 0;
    }

    private static boolean isAuthorised(int character) {
        return isLowercase(character) || isUppercase(character) || isDigitOrSpecial(character);
    }
}
