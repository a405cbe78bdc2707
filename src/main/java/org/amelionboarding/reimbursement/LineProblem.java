package org.amelionboarding.reimbursement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a line of a file is refused. Its words: {@code problem.reimbursement.<field>.<CODE>}. */
enum LineProblem {
    LINE_TOO_LONG("line", "TOO_LONG"),
    /** A quote that is not closed, or that stands within a cell. A line break cannot be quoted. */
    LINE_QUOTES("line", "QUOTES"),
    LINE_COLUMNS("line", "COLUMNS"),
    /** The line is right, but could not be kept now; the same file can be sent again. */
    LINE_NOT_KEPT("line", "NOT_KEPT"),
    STATEMENT_MALFORMED("statement", "MALFORMED"),
    /** Ids are told to advisors and students and stand in the log of whoever made them. */
    STATEMENT_CONTAINS_NIR("statement", "CONTAINS_NIR"),
    /** The id is known with another content, or for somebody else. What was there stays. */
    STATEMENT_CONFLICT("statement", "CONFLICT"),
    NIR_MALFORMED("nir", "MALFORMED"),
    NIR_UNKNOWN("nir", "UNKNOWN"),
    NIR_NOT_ACTIVE("nir", "NOT_ACTIVE"),
    CARE_DATE_MALFORMED("careDate", "MALFORMED"),
    CARE_DATE_TOO_OLD("careDate", "TOO_OLD"),
    PAID_ON_MALFORMED("paidOn", "MALFORMED"),
    PAID_ON_FUTURE("paidOn", "FUTURE"),
    PAID_ON_BEFORE_CARE("paidOn", "BEFORE_CARE"),
    KIND_UNKNOWN("kind", "UNKNOWN"),
    AMOUNT_PAID_MALFORMED("amountPaid", "MALFORMED"),
    AMOUNT_REIMBURSED_MALFORMED("amountReimbursed", "MALFORMED"),
    AMOUNT_REIMBURSED_MORE_THAN_PAID("amountReimbursed", "MORE_THAN_PAID");

    private final String field;
    private final String code;

    LineProblem(String field, String code) {
        this.field = field;
        this.code = code;
    }

    public String textKey() {
        return "problem.reimbursement." + field + "." + code;
    }

    /** As the forms tell a broken rule. */
    @JsonValue
    @Override
    public String toString() {
        return field + ": " + code;
    }
}
