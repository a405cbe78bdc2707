package org.amelionboarding.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
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
        StringWriter text = new StringWriter();
        write(delimiter, rows.stream(), text);
        return text.toString().getBytes(UTF_8);
    }

    /**
     * As {@link #of}, row by row as they come.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(char delimiter, Stream<List<String>> rows, Writer out) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try {
            // Spreadsheets take the file for Latin-1 without the mark.
            CSVPrinter table = new CSVPrinter(out.append(FileText.MARK), format);
            rows.forEach(row -> print(table, row));
            table.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter table, List<String> row) {
        try {
            table.printRecord(row.stream().map(Formula::defused));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
