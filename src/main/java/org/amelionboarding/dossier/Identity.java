package org.amelionboarding.dossier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and birth date as the advisor read them on the student's papers. */
public record Identity(String familyName, String givenNames, LocalDate birthDate) {

    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{N}]\\p{M}*)[\\p{L}\\p{N}\\p{M}]*");

    /** What may be shown in a list: {@code L••• M••• R•••}, each word's first letter. Tells who was looked for. */
    public String masked() {
        return WORD.matcher(givenNames + ' ' + familyName.toUpperCase(Locale.ROOT))
                .replaceAll("$1•••");
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
