package org.amelionboarding.dossier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mobile number, French or foreign.
 *
 * @param e164 {@code +} and up to 15 digits; {@link IllegalArgumentException}, without the value, for anything else. It
 *     is not checked against the numbering plans again, which change after a number has been stored
 */
public record MobileNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Set<String> FRENCH_REGIONS =
            Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF");

    public MobileNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not an E.164 number");
        }
    }

    /** The problem with a number typed with its country code or, if French, without. */
    public static Optional<MobileProblem> check(String typed) {
        return MobileRule.problem(typed);
    }

    /** @throws IllegalArgumentException if {@link #check} finds a problem */
    public static MobileNumber of(String typed) {
        check(typed).ifPresent(problem -> {
            throw new IllegalArgumentException("Mobile number refused: " + problem);
        });
        return new MobileNumber(NUMBERS.format(MobileRule.read(typed).orElseThrow(), PhoneNumberFormat.E164));
    }

    /** Whether it belongs to mainland France or to an overseas territory. */
    public boolean french() {
        return FRENCH_REGIONS.contains(NUMBERS.getRegionCodeForNumber(parsed()));
    }

    /** What may be shown: country code, first and last two digits, {@code +33 6 •• •• •• 12}. */
    public String masked() {
        String full = NUMBERS.format(parsed(), PhoneNumberFormat.INTERNATIONAL);
        int start = full.indexOf(' ') + 2;
        int end = full.length() - 2;
        return full.substring(0, start) + full.substring(start, end).replaceAll("[0-9]", "•") + full.substring(end);
    }

    @Override
    public String toString() {
        return masked();
    }

    private PhoneNumber parsed() {
        try {
            return NUMBERS.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalStateException("Stored number cannot be read");
        }
    }
}
