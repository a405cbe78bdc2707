package org.amelionboarding.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.amelionboarding.dossier.Nir;

/**
 * Who somebody says they are who cannot sign in.
 *
 * @param birthDate as the browser's date field sends it, {@code yyyy-MM-dd}
 */
record Claim(String nir, String birthDate) {

    Optional<Nir> number() {
        return Nir.atSignIn(nir);
    }

    Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(birthDate == null ? "" : birthDate));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What can be told without looking at any dossier. */
    Problems problems() {
        Problems problems = new Problems();
        if (number().isEmpty()) {
            problems.add("nir", Nir.check(nir));
        }
        problems.addUnless(date().isPresent(), "birthDate", "MALFORMED");
        return problems;
    }

    @Override
    public String toString() {
        return "Claim[…]";
    }
}
