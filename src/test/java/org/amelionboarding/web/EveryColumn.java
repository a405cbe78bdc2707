package org.amelionboarding.web;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
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
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
