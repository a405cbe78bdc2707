package org.amelionboarding.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.amelionboarding.form.Problems;
import org.amelionboarding.form.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and spreadsheets write into cells. */
class CellsTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nir                   | ` 2 98 11 99 350 123 20\u00a0` | 2 98 11 99 350 123 20
            nir                   | ="298119935012320"   | 298119935012320
            mobile                | '0612345678          | 0612345678
            mobile                | '+33612345678        | +33612345678
            familyName            | ` Roy\u202f`         | Roy
            familyName            | 't Hooft             | 't Hooft
            birthDate             | 1998-11-05           | 1998-11-05
            birthDate             | 05/11/1998           | 1998-11-05
            language              | FR                   | fr
            registrationFinalised | true                 | true
            registrationFinalised | VRAI                 | true
            registrationFinalised | Oui                  | true
            registrationFinalised | yes                  | true
            registrationFinalised | 1                    | true
            carteVitaleReceived   | false                | false
            carteVitaleReceived   | FAUX                 | false
            carteVitaleReceived   | non                  | false
            carteVitaleReceived   | No                   | false
            carteVitaleReceived   | 0                    | false
            """)
    void a_cell_is_read(String column, String cell, String value) {
        assertThat(values(column, cell).get(column)).hasToString(value);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nir                   | 2,98E+14          | ROUNDED
            nir                   | 2.98119935012E+14 | ROUNDED
            mobile                | 3,36E+10          | ROUNDED
            familyName            | =1+1              | FORMULA
            familyName            | ` @SUM(A1)`       | FORMULA
            givenNames            | +cmd              | FORMULA
            givenNames            | -cmd              | FORMULA
            familyName            | ="=1+1"           | FORMULA
            birthDate             | 31/02/1998        | MALFORMED
            birthDate             | 1998-02-30        | MALFORMED
            birthDate             | 05/11/98          | MALFORMED
            birthDate             | 11/25/1998        | MALFORMED
            birthDate             | demain            | MALFORMED
            registrationFinalised | peut-être         | MALFORMED
            registrationFinalised | ``                | EMPTY
            carteVitaleReceived   | 2                 | MALFORMED
            """)
    void a_cell_that_cannot_be_meant_is_told(String column, String cell, String code) {
        values(column, cell);

        assertThat(problems.all()).containsExactly(new Problem(column, code));
    }

    @Test
    void the_request_comes_through_the_channel_of_the_cohorts() {
        assertThat(values("nir", "")).containsEntry("channel", "COHORT");
    }

    private Map<String, Object> values(String column, String cell) {
        Map<String, String> cells = new HashMap<>();
        Header.COLUMNS.forEach(name -> cells.put(name, ""));
        cells.put("registrationFinalised", "true");
        cells.put("carteVitaleReceived", "true");
        cells.put(column, cell);
        return new Cells(cells, problems).values();
    }
}
