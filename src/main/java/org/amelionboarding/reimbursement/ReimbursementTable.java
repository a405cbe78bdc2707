package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.amelionboarding.csv.CsvTable;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/**
 * A student's reimbursements as CSV that a spreadsheet of their language opens by itself: in French with semicolons and
 * decimal commas.
 */
@Component
class ReimbursementTable {

    private static final List<String> COLUMNS =
            List.of("statement", "care-date", "paid-on", "kind", "amount-paid", "amount-reimbursed");

    private final Texts texts;

    ReimbursementTable(Texts texts) {
        this.texts = texts;
    }

    byte[] of(List<Reimbursement> lines, String language) {
        char decimal = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language))
                .getDecimalSeparator();
        List<String> header = COLUMNS.stream()
                .map(column -> texts.text(language, "page.reimbursements." + column))
                .toList();
        List<List<String>> rows = Stream.concat(
                        Stream.of(header), lines.stream().map(line -> cells(line, language, decimal)))
                .toList();
        return CsvTable.of(decimal == ',' ? ';' : ',', rows);
    }

    private List<String> cells(Reimbursement line, String language, char decimal) {
        return List.of(
                line.statement(),
                line.careDate().toString(),
                line.paidOn().toString(),
                texts.text(language, "page.reimbursements.kind." + line.kind()),
                number(line.amountPaid(), decimal),
                number(line.amountReimbursed(), decimal));
    }

    private static String number(BigDecimal amount, char decimal) {
        return amount.toPlainString().replace('.', decimal);
    }
}
