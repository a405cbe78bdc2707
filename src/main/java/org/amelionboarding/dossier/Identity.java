package org.amelionboarding.dossier;

import java.time.LocalDate;

/** Names and birth date as the advisor read them on the student's papers. */
public record Identity(String familyName, String givenNames, LocalDate birthDate) {

    /** What may be shown where nobody has to be recognised: the initials. */
    public String masked() {
        return initial(givenNames) + " " + initial(familyName);
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "•••";
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
