package org.amelionboarding.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Every value of every column of every table, as bytes; text in UTF-8. */
public class EveryColumn {

    private final JdbcTemplate database;

    public EveryColumn(JdbcTemplate database) {
        this.database = database;
    }

    /** @param seen gets {@code TABLE.COLUMN} and a value that is not null */
    public void forEach(BiConsumer<String, byte[]> seen) {
        List<String> tables = database.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema", String.class);
        tables.forEach(table ->
                database.query("select * from \"" + table + "\"", (RowCallbackHandler) row -> read(table, row, seen)));
    }

    /** Where which of the values stands in clear, in whatever encoding: {@code name in TABLE.COLUMN}. */
    public List<String> holding(Map<String, String> values) {
        List<String> found = new ArrayList<>();
        forEach((column, bytes) -> values.forEach((name, value) -> {
            if (contains(bytes, value)) {
                found.add(name + " in " + column);
            }
        }));
        return found;
    }

    /** Java's own serialisation keeps text in a form of UTF-8, so that serialised values are searched as well. */
    private static boolean contains(byte[] bytes, String value) {
        return Stream.of(UTF_8, UTF_16LE, UTF_16BE, ISO_8859_1).anyMatch(charset -> contains(bytes, value, charset));
    }

    public static boolean contains(byte[] bytes, String value, Charset charset) {
        return new String(bytes, ISO_8859_1).contains(new String(value.getBytes(charset), ISO_8859_1));
    }

    private static void read(String table, ResultSet row, BiConsumer<String, byte[]> seen) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            byte[] value = bytes(row, i);
            if (value != null) {
                seen.accept(table + "." + columns.getColumnName(i), value);
            }
        }
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        if (row.getObject(column) instanceof byte[]
                || row.getMetaData().getColumnTypeName(column).contains("BINARY")) {
            return row.getBytes(column);
        }
        String text = row.getString(column);
        return text == null ? null : text.getBytes(UTF_8);
    }
}
