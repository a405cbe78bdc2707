package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the bars of the chart stand and how long they are, one row for each month up to the newest, a year at the most.
 * The page's table tells the same in figures.
 */
record Chart(List<Bar> bars) {

    static final int LONGEST_BAR = 220;

    private static final int ROW = 26;
    private static final int MOST_MONTHS = 12;

    /**
     * @param y upper edge of the row
     * @param paid length of the bar
     * @param reimbursed length of its filled part
     */
    record Bar(YearMonth month, int y, int paid, int reimbursed) {}

    /** @param months newest first, at least one */
    static Chart of(List<Month> months) {
        YearMonth newest = months.get(0).month();
        YearMonth oldest = months.get(months.size() - 1).month();
        List<YearMonth> rows = Stream.iterate(newest, month -> month.minusMonths(1))
                .limit(MOST_MONTHS)
                .takeWhile(month -> !month.isBefore(oldest))
                .toList();
        Map<YearMonth, Month> known = months.stream().collect(Collectors.toMap(Month::month, Function.identity()));
        BigDecimal most = rows.stream()
                .filter(known::containsKey)
                .map(month -> known.get(month).paid())
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return new Chart(rows.stream()
                .map(month -> bar(known.getOrDefault(month, new Month(month, List.of())), rows.indexOf(month), most))
                .toList());
    }

    private static Bar bar(Month month, int row, BigDecimal most) {
        return new Bar(month.month(), row * ROW, length(month.paid(), most), length(month.reimbursed(), most));
    }

    private static int length(BigDecimal amount, BigDecimal most) {
        return amount.multiply(BigDecimal.valueOf(LONGEST_BAR))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    public int height() {
        return bars.size() * ROW;
    }
}
