package org.amelionboarding.reimbursement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A student's reimbursements of one year, or all of them, month by month.
 *
 * @param year null for all
 * @param years that have any, newest first
 * @param months that have any, newest first
 */
record Overview(Integer year, List<Integer> years, List<Month> months) {

    /** @param all newest first */
    static Overview of(List<Reimbursement> all, Integer year) {
        List<Integer> years =
                all.stream().map(line -> line.paidOn().getYear()).distinct().toList();
        Map<YearMonth, List<Reimbursement>> byMonth = all.stream()
                .filter(line -> year == null || line.paidOn().getYear() == year)
                .collect(groupingBy(line -> YearMonth.from(line.paidOn()), LinkedHashMap::new, toList()));
        List<Month> months = byMonth.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
        return new Overview(year, years, months);
    }

    public BigDecimal paid() {
        return months.stream().map(Month::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal reimbursed() {
        return months.stream().map(Month::reimbursed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Reimbursement> lines() {
        return months.stream().flatMap(month -> month.lines().stream()).toList();
    }
}
