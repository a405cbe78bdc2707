package org.amelionboarding.dossier;

import java.time.LocalDate;

/** Names and birth date as the advisor read them on the student's papers. */
public record Identity(String familyName, String givenNames, LocalDate birthDate) {

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
