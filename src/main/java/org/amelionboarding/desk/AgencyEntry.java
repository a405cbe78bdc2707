package org.amelionboarding.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What an advisor types about an agency. */
record AgencyEntry(
        @NotBlank(message = "{problem.agency.name.EMPTY}")
        @Size(max = 100, message = "{problem.TOO_LONG}")
        @Pattern(regexp = ONE_LINE, message = "{problem.FORBIDDEN_CHARACTER}")
        String name,

        @NotBlank(message = "{problem.agency.street.EMPTY}")
        @Size(max = 100, message = "{problem.TOO_LONG}")
        @Pattern(regexp = ONE_LINE, message = "{problem.FORBIDDEN_CHARACTER}")
        String street,

        @NotBlank(message = "{problem.agency.postalCode.EMPTY}")
        @Pattern(regexp = "\\d{5}", message = "{problem.agency.postalCode.MALFORMED}")
        String postalCode,

        @NotBlank(message = "{problem.agency.town.EMPTY}")
        @Size(max = 100, message = "{problem.TOO_LONG}")
        @Pattern(regexp = ONE_LINE, message = "{problem.FORBIDDEN_CHARACTER}")
        String town,

        @NotBlank(message = "{problem.agency.openingHours.EMPTY}")
        @Size(max = 500, message = "{problem.TOO_LONG}")
        @Pattern(regexp = "[\\P{Cntrl}\r\n]*", message = "{problem.FORBIDDEN_CHARACTER}")
        String openingHours,

        @NotNull(message = "{problem.agency.verifiedOn.EMPTY}") @DateTimeFormat(iso = ISO.DATE)
        LocalDate verifiedOn) {

    private static final String ONE_LINE = "\\P{Cntrl}*";

    static AgencyEntry verifiedOn(LocalDate day) {
        return new AgencyEntry(null, null, null, null, null, day);
    }

    static AgencyEntry of(Agency agency) {
        return new AgencyEntry(
                agency.name(),
                agency.street(),
                agency.postalCode(),
                agency.town(),
                agency.openingHours(),
                agency.verifiedOn());
    }

    Agency agency(String id, int version) {
        return new Agency(id, version, name, street, postalCode, town, openingHours, verifiedOn);
    }
}
