package org.amelionboarding.cohort;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.form.Problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Whatever a spreadsheet saves is read; what is none is refused, all at once and without a word of it. */
class CohortFileTest {

    private static final String HEADER =
            "nir,familyName,givenNames,birthDate,mobile,language,registrationFinalised,carteVitaleReceived";
    private static final String LINE = "298119935012320,Nguyễn,Éloïse,1998-11-05,0612345678,fr,true,false";

    private final CohortFile files = new CohortFile(
            new CohortSettings(DataSize.ofKilobytes(10), 20, 200, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1));

    @ParameterizedTest
    @MethodSource("encodings")
    void the_encoding_is_recognised(String mark, Charset charset) {
        String text = HEADER + "\n" + LINE.replace("Nguyễn", "Nunès");

        List<FileLine> lines = read((mark + text).getBytes(charset));

        assertThat(lines.get(0).cells()).containsEntry("familyName", "Nunès").containsEntry("givenNames", "Éloïse");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("", UTF_8),
                Arguments.of("\uFEFF", UTF_8),
                Arguments.of("\uFEFF", UTF_16LE),
                Arguments.of("\uFEFF", UTF_16BE),
                Arguments.of("", Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_delimiter_is_recognised(String delimiter) {
        assertThat(read((HEADER + "\n" + LINE).replace(",", delimiter)).get(0).cells())
                .containsEntry("nir", "298119935012320")
                .containsEntry("carteVitaleReceived", "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_in_every_way(String end) {
        assertThat(read(String.join(end, HEADER, LINE, LINE)))
                .extracting(FileLine::number)
                .containsExactly(2, 3);
    }

    @Test
    void empty_lines_are_left_out_and_counted() {
        assertThat(read("\n" + HEADER + "\n\n,,,,,,,\n  \n" + LINE + "\n\n"))
                .extracting(FileLine::number)
                .containsExactly(6);
    }

    @Test
    void columns_come_in_any_order_and_case() {
        String header =
                "MOBILE;Nir;familyname;GivenNames;birthdate;language;carteVitaleReceived;registrationFinalised;;";

        assertThat(read(header + "\n0612345678;298119935012320;A;B;1998-11-05;fr;true;false;;")
                        .get(0)
                        .cells())
                .containsEntry("mobile", "0612345678")
                .containsEntry("nir", "298119935012320")
                .containsEntry("carteVitaleReceived", "true");
    }

    @Test
    void quoted_cells_hold_delimiters_and_quotes() {
        assertThat(read(HEADER + "\n" + LINE.replace("Nguyễn", "\"O\"\"Hara, épouse Roy\""))
                        .get(0)
                        .cells())
                .containsEntry("familyName", "O\"Hara, épouse Roy");
    }

    @Test
    void what_a_line_leaves_out_at_its_end_is_empty() {
        assertThat(read(HEADER + "\n298119935012320,Roy").get(0).cells())
                .containsEntry("familyName", "Roy")
                .containsEntry("language", "");
    }

    @Test
    void everything_that_is_wrong_with_the_header_is_told_at_once_and_not_quoted() {
        assertThat(problems("nir,nir,Wilhelmina,givenNames,birthDate,mobile,language,carteVitaleReceived\n" + LINE))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "nir: REPEATED_COLUMN",
                        "#3: UNKNOWN_COLUMN",
                        "familyName: MISSING_COLUMN",
                        "registrationFinalised: MISSING_COLUMN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                      | EMPTY
            ' '                                    | EMPTY
            'a,b'                                  | HEADER
            '298119935012320,Roy,Anna,1998-11-05'  | HEADER
            '"nir,familyName'                      | HEADER
            """)
    void a_file_that_is_none_is_told_so(String file, String code) {
        assertThat(problems(file == null ? "" : file)).containsExactly(new Problem("file", code));
    }

    @Test
    void a_workbook_is_no_text() {
        assertThat(problems("PK\u0003\u0004\u0000")).containsExactly(new Problem("file", "NOT_TEXT"));
    }

    @Test
    void a_header_alone_is_an_empty_file() {
        assertThat(problems(HEADER + "\n")).containsExactly(new Problem("file", "EMPTY"));
    }

    @Test
    void a_file_with_too_many_lines_is_refused() {
        assertThat(problems(HEADER + ("\n" + LINE).repeat(21))).containsExactly(new Problem("file", "TOO_MANY_LINES"));
    }

    @Test
    void a_file_that_is_too_large_is_refused_also_if_it_only_grows_when_it_is_read() {
        assertThat(problems("x".repeat(10_241))).containsExactly(new Problem("file", "TOO_LARGE"));
        assertThat(problems(HEADER + "\n" + "€".repeat(3_500), Charset.forName("windows-1252")))
                .containsExactly(new Problem("file", "TOO_LARGE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "298119935012320,Roy,Anna   | QUOTES
            a,"b"c,d                    | QUOTES
            1,2,3,4,5,6,7,8,9           | COLUMNS
            """)
    void a_line_that_cannot_be_taken_apart_spoils_only_itself(String line, String code) {
        assertThat(read(HEADER + "\n" + line + "\n" + LINE))
                .extracting(FileLine::problem)
                .containsExactly(code, null);
    }

    @Test
    void a_line_without_end_spoils_only_itself() {
        assertThat(read(HEADER + "\n" + "a,".repeat(101) + "\n" + LINE))
                .extracting(FileLine::problem)
                .containsExactly("TOO_LONG", null);
    }

    private List<FileLine> read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private List<FileLine> read(byte[] file) {
        return files.lines(files.text(file));
    }

    private Iterable<Problem> problems(String text) {
        return problems(text, UTF_8);
    }

    private Iterable<Problem> problems(String text, Charset charset) {
        return ColumnsRefused.problems(catchThrowableOfType(FileRefused.class, () -> read(text.getBytes(charset))));
    }
}
