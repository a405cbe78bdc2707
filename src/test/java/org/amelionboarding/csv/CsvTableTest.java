package org.amelionboarding.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet makes of our tables: columns, accents, and no formula. */
class CsvTableTest {

    @Test
    void a_spreadsheet_recognises_the_encoding_and_the_columns() {
        assertThat(table("Éloïse", "Paris; Lyon")).isEqualTo("\uFEFFÉloïse;\"Paris; Lyon\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+1, '''+1'",
        "-1, '''-1'",
        "@SUM(A1), '''@SUM(A1)'",
        "@a, '''@a'",
        "R-1, R-1",
        "'', ''"
    })
    void no_cell_is_a_formula(String cell, String harmless) {
        assertThat(table("a", cell)).isEqualTo("\uFEFFa;" + harmless + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "\t=1", "\r=1"})
    void no_cell_hides_a_formula_behind_a_blank(String cell) {
        assertThat(table("a", cell)).contains("'" + cell);
    }

    private static String table(String... cells) {
        return new String(CsvTable.of(';', List.of(List.of(cells))), UTF_8);
    }
}
