package org.amelionboarding.dossier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what people type as a telephone number, by the numbering plans of libphonenumber. */
final class MobileRule {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** Mainland and overseas share the way of writing 0x xx xx xx xx, so the plan that knows the number wins. */
    private static final List<String> HOME_REGIONS = List.of("FR", "GP", "MQ", "GF", "RE", "YT");
    /** In countries such as the United States a number does not tell fixed from mobile. */
    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** No-break spaces, and the invisible marks that address books put around numbers. */
    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\\p{Cf}]+");

    private MobileRule() {}

    static Optional<MobileProblem> problem(String typed) {
        if (typed == null || spaced(typed).isBlank()) {
            return Optional.of(MobileProblem.EMPTY);
        }
        Optional<PhoneNumber> number = read(typed);
        if (number.isEmpty()) {
            return Optional.of(MobileProblem.MALFORMED);
        }
        return number.filter(known -> !MOBILE.contains(NUMBERS.getNumberType(known)))
                .map(known -> MobileProblem.NOT_MOBILE);
    }

    /** Empty if no numbering plan has the number. */
    static Optional<PhoneNumber> read(String typed) {
        if (typed.codePoints().anyMatch(Character::isLetter)) {
            // libphonenumber would dial words and drop extensions.
            return Optional.empty();
        }
        return HOME_REGIONS.stream()
                .flatMap(region -> parsed(spaced(typed), region))
                .filter(NUMBERS::isValidNumber)
                .findFirst();
    }

    private static String spaced(String typed) {
        return BLANKS.matcher(typed).replaceAll(" ");
    }

    private static Stream<PhoneNumber> parsed(String typed, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, region);
            return number.hasExtension() ? Stream.empty() : Stream.of(number);
        } catch (NumberParseException e) {
            return Stream.empty();
        }
    }
}
