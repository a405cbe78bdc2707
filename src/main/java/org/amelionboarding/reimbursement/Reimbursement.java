package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a reimbursement statement.
 *
 * @param statement id of the line, the same whenever it comes
 * @param amountPaid euros, two decimals
 * @param amountReimbursed euros, two decimals; never more than was paid
 */
record Reimbursement(
        String statement,
        LocalDate careDate,
        LocalDate paidOn,
        CareKind kind,
        BigDecimal amountPaid,
        BigDecimal amountReimbursed) {

    @Override
    public String toString() {
        return "Reimbursement[…]";
    }
}
