package org.amelionboarding.dossier;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What counts as part of a birth date in a password: four or more digits made of whole components in a usual order, and
 * the whole date written without zeros. Every longer way to write the date contains one of these.
 *
 * <p>Two digits do not count: about 3 % of random two-digit numbers would be refused without a reason that could be
 * explained. Month names do not count either.
 */
final class BirthDateParts {

    private static final String[] FROM_YEAR = {"uuuu"};
    private static final String[] FROM_YEAR_AND_MONTH = {"uuuu", "MMuu", "uuMM"};
    private static final String[] FROM_DATE = {"uuuu", "MMuu", "uuMM", "ddMM", "MMdd", "dMuu", "Mduu", "uuMd"};

    private BirthDateParts() {}

    static Set<String> of(LocalDate birthDate) {
        return written(birthDate, FROM_DATE);
    }

    /** The parts that a NIR tells, in the latest century that is not after {@code now}. */
    static Set<String> of(Nir nir, Year now) {
        int year = now.getValue() - Math.floorMod(now.getValue() - nir.yearOfCentury(), 100);
        return nir.monthCode() <= 12
                ? written(YearMonth.of(year, nir.monthCode()), FROM_YEAR_AND_MONTH)
                : written(Year.of(year), FROM_YEAR);
    }

    private static Set<String> written(TemporalAccessor date, String... patterns) {
        return Arrays.stream(patterns)
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(date))
                .collect(Collectors.toSet());
    }
}
