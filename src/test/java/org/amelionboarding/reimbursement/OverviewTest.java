package org.amelionboarding.reimbursement;

import static org.amelionboarding.reimbursement.Statements.paidOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.amelionboarding.reimbursement.Chart.Bar;
import org.junit.jupiter.api.Test;

/** What a student's list adds up to, and how its chart is drawn. */
class OverviewTest {

    /** Newest first, as they are read. */
    private static final List<Reimbursement> ALL = List.of(
            paidOn("2026-10-20", "30.00", "19.00"),
            paidOn("2026-10-01", "9.95", "6.47"),
            paidOn("2026-08-31", "120.00", "60.00"),
            paidOn("2025-12-31", "0.10", "0.10"));

    @Test
    void a_month_has_its_totals() {
        Month october = Overview.of(ALL, null).months().get(0);

        assertThat(october.month()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(october.paid()).isEqualTo(new BigDecimal("39.95"));
        assertThat(october.reimbursed()).isEqualTo(new BigDecimal("25.47"));
    }

    @Test
    void all_of_them_have_a_total() {
        Overview overview = Overview.of(ALL, null);

        assertThat(overview.paid()).isEqualTo(new BigDecimal("160.05"));
        assertThat(overview.reimbursed()).isEqualTo(new BigDecimal("85.57"));
        assertThat(overview.lines()).isEqualTo(ALL);
    }

    @Test
    void a_chosen_year_hides_the_others_and_still_names_them() {
        Overview overview = Overview.of(ALL, 2025);

        assertThat(overview.lines()).containsExactly(ALL.get(3));
        assertThat(overview.years()).containsExactly(2026, 2025);
    }

    @Test
    void nothing_at_all_adds_up_to_nothing() {
        assertThat(Overview.of(List.of(), null).paid()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void the_longest_bar_is_what_was_paid_in_the_dearest_month() {
        assertThat(Chart.of(Overview.of(ALL, 2026).months()).bars())
                .containsExactly(
                        new Bar(YearMonth.of(2026, 10), 0, 73, 47),
                        new Bar(YearMonth.of(2026, 8), 26, Chart.LONGEST_BAR, 110));
    }

    @Test
    void the_chart_shows_twelve_months_at_the_most() {
        List<Reimbursement> twoYears = IntStream.range(0, 24)
                .mapToObj(back -> YearMonth.of(2026, 10).minusMonths(back))
                .map(month -> paidOn(month + "-01", "10.00", "7.00"))
                .toList();

        assertThat(Chart.of(Overview.of(twoYears, null).months()).bars()).hasSize(12);
    }

    @Test
    void where_nothing_was_paid_the_bars_have_no_length() {
        assertThat(Chart.of(Overview.of(List.of(paidOn("2026-10-20", "0.00", "0.00")), null)
                                .months())
                        .bars())
                .containsExactly(new Bar(YearMonth.of(2026, 10), 0, 0, 0));
    }

    @Test
    void amounts_are_written_as_the_language_writes_them() {
        assertThat(new Euros("fr").of(new BigDecimal("1234.50"))).isEqualTo("1\u202f234,50\u00a0€");
        assertThat(new Euros("en").of(new BigDecimal("1234.50"))).isEqualTo("€1,234.50");
    }
}
