package org.amelionboarding.cohort;

import static java.time.format.ResolverStyle.STRICT;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amelionboarding.csv.Formula;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.form.Problems;

/** What people and spreadsheets write into cells, as the values of the request form. */
final class Cells {

    /** With no-break spaces, which {@code strip} leaves. */
    private static final Pattern BLANKS_AROUND = Pattern.compile("(?U)^\\s+|\\s+$");
    /** How numbers are kept from losing their zeros: {@code ="0612345678"} or {@code '0612345678}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"|'(?=[0-9+])(.*)");
    /** What is left of a long number in a column that is not text: {@code 2,98E+14}. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]+)?[Ee]\\+?[0-9]+");

    private static final Set<String> YES = Set.of("true", "vrai", "oui", "yes", "1");
    private static final Set<String> NO = Set.of("false", "faux", "non", "no", "0");
    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "dd/MM/uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(STRICT))
            .toList();

    private final Map<String, String> cells;
    private final Problems problems;

    /** @param problems gets what the form itself could not tell */
    Cells(Map<String, String> cells, Problems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nir", number("nir"));
        values.put("familyName", name("familyName"));
        values.put("givenNames", name("givenNames"));
        values.put("birthDate", date("birthDate"));
        values.put("mobile", number("mobile"));
        values.put("language", cell("language").toLowerCase(Locale.ROOT));
        values.put("channel", RequestChannel.COHORT.name());
        values.put("registrationFinalised", yesOrNo("registrationFinalised"));
        values.put("carteVitaleReceived", yesOrNo("carteVitaleReceived"));
        return values;
    }

    private String cell(String column) {
        String cell = BLANKS_AROUND.matcher(cells.get(column)).replaceAll("");
        Matcher text = KEPT_AS_TEXT.matcher(cell);
        if (!text.matches()) {
            return cell;
        }
        return text.group(1) != null ? text.group(1) : text.group(2);
    }

    private String number(String column) {
        String cell = cell(column);
        problems.addUnless(!ROUNDED.matcher(cell).matches(), column, "ROUNDED");
        return cell;
    }

    /** A formula would wait in the dossier for the next spreadsheet. */
    private String name(String column) {
        String cell = cell(column);
        problems.addUnless(!Formula.isIn(cell), column, "FORMULA");
        return cell;
    }

    private String date(String column) {
        String cell = cell(column);
        Optional<LocalDate> date =
                DATES.stream().flatMap(format -> read(cell, format).stream()).findFirst();
        problems.addUnless(date.isPresent() || cell.isEmpty(), column, "MALFORMED");
        return date.map(LocalDate::toString).orElse(null);
    }

    private static Optional<LocalDate> read(String cell, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(cell, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean yesOrNo(String column) {
        String cell = cell(column).toLowerCase(Locale.ROOT);
        problems.addUnless(!cell.isEmpty(), column, "EMPTY");
        problems.addUnless(cell.isEmpty() || YES.contains(cell) || NO.contains(cell), column, "MALFORMED");
        return YES.contains(cell);
    }
}
