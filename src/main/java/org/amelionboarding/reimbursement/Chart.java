package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bars of the chart stand and how long they are: one row for each of the newest months. The page's table tells
 * the same in figures.
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

    /** @param months newest first */
    static Chart of(List<Month> months) {
        List<Month> shown = months.subList(0, Math.min(MOST_MONTHS, months.size()));
        BigDecimal most = shown.stream().map(Month::paid).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        for (Month month : shown) {
            bars.add(new Bar(
                    month.month(), bars.size() * ROW, length(month.paid(), most), length(month.reimbursed(), most)));
        }
        return new Chart(bars);
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
