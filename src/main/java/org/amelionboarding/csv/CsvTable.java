package org.amelionboarding.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A file that a spreadsheet opens by itself, and in which it finds no formula. */
public final class CsvTable {

    private CsvTable() {}

    /**
     * @param delimiter a semicolon for spreadsheets whose decimals have commas
     * @param rows the header first
     */
    public static byte[] of(char delimiter, List<List<String>> rows) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        // Spreadsheets take the file for Latin-1 without the mark.
        StringWriter text = new StringWriter().append(FileText.MARK);
        try (CSVPrinter table = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                table.printRecord(row.stream().map(Formula::defused));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
