package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** What was paid out to a student in one month. */
record Month(YearMonth month, List<Reimbursement> lines) {

    public BigDecimal paid() {
        return lines.stream().map(Reimbursement::amountPaid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal reimbursed() {
        return lines.stream().map(Reimbursement::amountReimbursed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
