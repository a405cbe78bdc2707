package org.amelionboarding.reimbursement;

import static org.amelionboarding.reimbursement.LineProblem.AMOUNT_PAID_MALFORMED;
import static org.amelionboarding.reimbursement.LineProblem.AMOUNT_REIMBURSED_MALFORMED;
import static org.amelionboarding.reimbursement.LineProblem.AMOUNT_REIMBURSED_MORE_THAN_PAID;
import static org.amelionboarding.reimbursement.LineProblem.CARE_DATE_MALFORMED;
import static org.amelionboarding.reimbursement.LineProblem.CARE_DATE_TOO_OLD;
import static org.amelionboarding.reimbursement.LineProblem.KIND_UNKNOWN;
import static org.amelionboarding.reimbursement.LineProblem.NIR_MALFORMED;
import static org.amelionboarding.reimbursement.LineProblem.PAID_ON_BEFORE_CARE;
import static org.amelionboarding.reimbursement.LineProblem.PAID_ON_FUTURE;
import static org.amelionboarding.reimbursement.LineProblem.PAID_ON_MALFORMED;
import static org.amelionboarding.reimbursement.LineProblem.STATEMENT_CONTAINS_NIR;
import static org.amelionboarding.reimbursement.LineProblem.STATEMENT_MALFORMED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.Nir;

/** What the cells of one line must be; all broken rules at once. The format: {@code src/docs/reimbursements.md}. */
class StatementRules {

    /** Begins with a letter: a NIR in its place, or a spreadsheet's formula, is none. */
    private static final Pattern STATEMENT = Pattern.compile("[A-Z][A-Z0-9-]{0,39}");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9]\\d{0,5})\\.\\d{2}");

    private final LocalDate today;
    private final LocalDate oldestCare;

    StatementRules(LocalDate today, Period oldestCare) {
        this.today = today;
        this.oldestCare = today.minus(oldestCare);
    }

    /** @param cells as many as the header has */
    StatementLine judge(int number, List<String> cells) {
        Set<LineProblem> problems = EnumSet.noneOf(LineProblem.class);
        Optional<Nir> nir = found(nir(cells.get(1)), NIR_MALFORMED, problems);
        String statement = statement(cells.get(0), nir, problems);
        Optional<LocalDate> careDate = found(date(cells.get(2)), CARE_DATE_MALFORMED, problems);
        Optional<LocalDate> paidOn = found(date(cells.get(3)), PAID_ON_MALFORMED, problems);
        Optional<CareKind> kind = found(kind(cells.get(4)), KIND_UNKNOWN, problems);
        Optional<BigDecimal> paid = found(amount(cells.get(5)), AMOUNT_PAID_MALFORMED, problems);
        Optional<BigDecimal> reimbursed = found(amount(cells.get(6)), AMOUNT_REIMBURSED_MALFORMED, problems);

        careDate.filter(date -> date.isBefore(oldestCare)).ifPresent(date -> problems.add(CARE_DATE_TOO_OLD));
        paidOn.filter(date -> date.isAfter(today)).ifPresent(date -> problems.add(PAID_ON_FUTURE));
        paidOn.filter(date -> careDate.filter(date::isBefore).isPresent())
                .ifPresent(date -> problems.add(PAID_ON_BEFORE_CARE));
        reimbursed
                .filter(amount ->
                        paid.filter(whole -> amount.compareTo(whole) > 0).isPresent())
                .ifPresent(amount -> problems.add(AMOUNT_REIMBURSED_MORE_THAN_PAID));

        if (!problems.isEmpty()) {
            return new StatementLine(number, statement, null, null, Collections.unmodifiableSet(problems));
        }
        Reimbursement content =
                new Reimbursement(statement, careDate.get(), paidOn.get(), kind.get(), paid.get(), reimbursed.get());
        return new StatementLine(number, statement, nir.get(), content, Set.of());
    }

    private static <T> Optional<T> found(Optional<T> value, LineProblem otherwise, Set<LineProblem> problems) {
        if (value.isEmpty()) {
            problems.add(otherwise);
        }
        return value;
    }

    private static String statement(String cell, Optional<Nir> nir, Set<LineProblem> problems) {
        if (!STATEMENT.matcher(cell).matches()) {
            problems.add(STATEMENT_MALFORMED);
            return null;
        }
        if (nir.filter(number -> cell.replace("-", "").contains(number.body())).isPresent()) {
            problems.add(STATEMENT_CONTAINS_NIR);
            return null;
        }
        return cell;
    }

    private static Optional<Nir> nir(String cell) {
        return Nir.check(cell).isEmpty() ? Optional.of(Nir.of(cell)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String cell) {
        if (!DATE.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<CareKind> kind(String cell) {
        return Arrays.stream(CareKind.values())
                .filter(kind -> kind.name().equals(cell))
                .findFirst();
    }

    private static Optional<BigDecimal> amount(String cell) {
        return AMOUNT.matcher(cell).matches() ? Optional.of(new BigDecimal(cell)) : Optional.empty();
    }
}
