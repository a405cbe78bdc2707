package org.amelionboarding.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.amelionboarding.dossier.PostalAddress;

/** A postal address as it is typed: all three lines are mandatory. */
interface AddressEntry {

    int LONGEST_LINE = 100;
    int LONGEST_POSTAL_CODE = 10;

    String street();

    String postalCode();

    String city();

    default PostalAddress address() {
        return new PostalAddress(street().strip(), postalCode().strip(), city().strip());
    }

    default void checkAddress(Problems problems) {
        checkLine("street", street(), LONGEST_LINE, problems);
        checkLine("postalCode", postalCode(), LONGEST_POSTAL_CODE, problems);
        checkLine("city", city(), LONGEST_LINE, problems);
    }

    private static void checkLine(String field, String line, int longest, Problems problems) {
        String typed = line == null ? "" : line;
        problems.addUnless(!typed.isBlank(), field, "EMPTY");
        problems.addUnless(typed.length() <= longest, field, "TOO_LONG");
        problems.addUnless(typed.chars().noneMatch(Character::isISOControl), field, "FORBIDDEN_CHARACTER");
    }

    /** What the fields show at first. */
    static Map<String, String> prefill(Optional<PostalAddress> onFile) {
        Map<String, String> fields = new LinkedHashMap<>();
        onFile.ifPresent(address -> {
            fields.put("street", address.street());
            fields.put("postalCode", address.postalCode());
            fields.put("city", address.city());
        });
        return fields;
    }
}
