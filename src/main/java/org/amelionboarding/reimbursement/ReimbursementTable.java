package org.amelionboarding.reimbursement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.amelionboarding.message.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * A student's reimbursements as CSV that a spreadsheet of their language opens by itself: in French with semicolons and
 * decimal commas.
 */
@Component
class ReimbursementTable {

    /** Spreadsheets take the file for Latin-1 without it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> COLUMNS =
            List.of("statement", "care-date", "paid-on", "kind", "amount-paid", "amount-reimbursed");

    private final Texts texts;

    ReimbursementTable(Texts texts) {
        this.texts = texts;
    }

    byte[] of(List<Reimbursement> lines, String language) {
        char decimal = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language))
                .getDecimalSeparator();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(decimal == ',' ? ';' : ',')
                .get();
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CSVPrinter table = new CSVPrinter(text, format)) {
            table.printRecord(COLUMNS.stream().map(column -> texts.text(language, "page.reimbursements." + column)));
            for (Reimbursement line : lines) {
                table.printRecord(cells(line, language, decimal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private Stream<String> cells(Reimbursement line, String language, char decimal) {
        return Stream.of(
                        line.statement(),
                        line.careDate().toString(),
                        line.paidOn().toString(),
                        texts.text(language, "page.reimbursements.kind." + line.kind()),
                        number(line.amountPaid(), decimal),
                        number(line.amountReimbursed(), decimal))
                .map(ReimbursementTable::harmless);
    }

    private static String number(BigDecimal amount, char decimal) {
        return amount.toPlainString().replace('.', decimal);
    }

    /** A cell that begins so would be a formula to a spreadsheet (OWASP, CSV injection). */
    static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
