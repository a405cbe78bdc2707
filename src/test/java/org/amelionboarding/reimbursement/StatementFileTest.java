package org.amelionboarding.reimbursement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.amelionboarding.Defaults;
import org.amelionboarding.csv.FileProblem;
import org.amelionboarding.csv.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Which files, and which lines of them, are taken. */
class StatementFileTest {

    private static final String NIR = "298119935012320";
    private static final String RIGHT = "R-1,298119935012320,2026-10-03,2026-10-08,CONSULTATION,30.00,19.00";

    /** In Paris the next day has begun. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.UTC);

    private final StatementFile file = file(DataSize.ofKilobytes(10));

    private static StatementFile file(DataSize largest) {
        return new StatementFile(
                new ReimbursementSettings(largest, 50, 300, Period.ofYears(5)), Defaults.settings(), CLOCK);
    }

    private List<StatementLine> read(String text) {
        return file.read(text.getBytes(UTF_8));
    }

    private StatementLine line(String line) {
        return read(Statements.HEADER + "\n" + line).get(0);
    }

    private FileProblem refused(byte[] content) {
        return catchThrowableOfType(FileRefused.class, () -> file.read(content)).problem();
    }

    private FileProblem refused(String text) {
        return refused(text.getBytes(UTF_8));
    }

    @Test
    void a_right_line_is_taken_whole() {
        StatementLine line = line(RIGHT);

        assertThat(line.problems()).isEmpty();
        assertThat(line.nir().withKey()).isEqualTo(NIR);
        assertThat(line.content())
                .isEqualTo(new Reimbursement(
                        "R-1",
                        LocalDate.parse("2026-10-03"),
                        LocalDate.parse("2026-10-08"),
                        CareKind.CONSULTATION,
                        new BigDecimal("30.00"),
                        new BigDecimal("19.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_in_any_of_the_usual_ways(String end) {
        assertThat(read(Statements.HEADER + end + RIGHT + end + RIGHT + end))
                .extracting(StatementLine::number, StatementLine::isRight)
                .containsExactly(tuple(2, true), tuple(3, true));
    }

    @Test
    void semicolons_do_as_well() {
        assertThat(read((Statements.HEADER + "\n" + RIGHT).replace(',', ';'))).allMatch(StatementLine::isRight);
    }

    @Test
    void a_delimiter_is_one_throughout() {
        assertThat(read(Statements.HEADER + "\n" + RIGHT.replace(',', ';')))
                .extracting(StatementLine::problems)
                .containsExactly(Set.of(LineProblem.LINE_COLUMNS));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(read("\uFEFF" + Statements.HEADER + "\n" + RIGHT)).allMatch(StatementLine::isRight);
    }

    @Test
    void quoted_cells_are_taken() {
        assertThat(line("\"R-1\",298119935012320,2026-10-03,2026-10-08,\"CONSULTATION\",30.00,19.00")
                        .isRight())
                .isTrue();
    }

    @Test
    void the_number_may_be_written_in_groups() {
        assertThat(line(RIGHT.replace(NIR, "2 98 11 99 350 123 20")).isRight()).isTrue();
    }

    @Test
    void empty_lines_are_passed_over_and_counted() {
        assertThat(read(Statements.HEADER + "\n\n" + RIGHT + "\n\n\n"))
                .extracting(StatementLine::number)
                .containsExactly(3);
    }

    @Test
    void care_and_payment_of_today_are_taken_by_the_calendar_of_france() {
        assertThat(line("R-1,298119935012320,2026-11-25,2026-11-25,OTHER,0.00,0.00")
                        .isRight())
                .isTrue();
    }

    @Test
    void care_of_five_years_ago_is_taken() {
        assertThat(line("R-1,298119935012320,2021-11-25,2026-11-25,OTHER,30.00,30.00")
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            r-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            298119935012320 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            =1+1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            <script> | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            ÉTÉ-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            A2345678901234567890123456789012345678901 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: MALFORMED
            R298-1199350123 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | statement: CONTAINS_NIR
            R-1 | 298119935012321 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | nir: MALFORMED
            R-1 | 2981199350123 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | nir: MALFORMED
            R-1 | 298119935012320 | 03/10/2026 | 2026-10-08 | OTHER | 30.00 | 19.00 | careDate: MALFORMED
            R-1 | 298119935012320 | 2026-02-30 | 2026-10-08 | OTHER | 30.00 | 19.00 | careDate: MALFORMED
            R-1 | 298119935012320 | +2026-10-03 | 2026-10-08 | OTHER | 30.00 | 19.00 | careDate: MALFORMED
            R-1 | 298119935012320 | 2021-11-24 | 2026-10-08 | OTHER | 30.00 | 19.00 | careDate: TOO_OLD
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-8 | OTHER | 30.00 | 19.00 | paidOn: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-11-26 | OTHER | 30.00 | 19.00 | paidOn: FUTURE
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-02 | OTHER | 30.00 | 19.00 | paidOn: BEFORE_CARE
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | PSYCHIATRY | 30.00 | 19.00 | kind: UNKNOWN
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | other | 30.00 | 19.00 | kind: UNKNOWN
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30 | 19.00 | amountPaid: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30,00 | 19.00 | amountPaid: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 1e3 | 19.00 | amountPaid: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 1000000.00 | 19.00 | amountPaid: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | ٣٠.00 | 19.00 | amountPaid: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | -19.00 | amountReimbursed: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 019.00 | amountReimbursed: MALFORMED
            R-1 | 298119935012320 | 2026-10-03 | 2026-10-08 | OTHER | 30.00 | 30.01 | amountReimbursed: MORE_THAN_PAID
            """)
    void what_breaks_one_rule_is_refused_for_it(
            String statement,
            String nir,
            String careDate,
            String paidOn,
            String kind,
            String paid,
            String reimbursed,
            String problem) {
        String cells = Stream.of(statement == null ? "" : statement, nir, careDate, paidOn, kind)
                .map(cell -> '"' + cell + '"')
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        assertThat(line(cells + ",\"" + paid + "\",\"" + reimbursed + "\"").problems())
                .extracting(LineProblem::toString)
                .containsExactly(problem);
    }

    @Test
    void all_broken_rules_are_told_at_once() {
        assertThat(line("x,y,z,,,,").problems())
                .containsExactlyInAnyOrder(
                        LineProblem.STATEMENT_MALFORMED,
                        LineProblem.NIR_MALFORMED,
                        LineProblem.CARE_DATE_MALFORMED,
                        LineProblem.PAID_ON_MALFORMED,
                        LineProblem.KIND_UNKNOWN,
                        LineProblem.AMOUNT_PAID_MALFORMED,
                        LineProblem.AMOUNT_REIMBURSED_MALFORMED);
    }

    @Test
    void a_cell_in_the_place_of_the_id_is_not_told() {
        assertThat(line(RIGHT.replace("R-1,", "")).statement()).isNull();
        assertThat(line(RIGHT.replace("R-1,", NIR + ",")).statement()).isNull();
        assertThat(line("R298119935012320,298119935012320,2026-10-03,2026-10-08,OTHER,30.00,19.00")
                        .statement())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u00a0", "\u0000", "\u0001"})
    void nothing_is_trimmed(String around) {
        assertThat(line(around + RIGHT).problems()).containsExactly(LineProblem.STATEMENT_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"R-1,", "\"R-1\"x,", "\"R\n-1\","})
    void a_misplaced_quote_or_a_quoted_line_break_spoils_no_line_that_follows(String beginning) {
        List<StatementLine> lines =
                read(Statements.HEADER + "\n" + RIGHT.replace("R-1,", beginning) + "\n" + RIGHT + "\n" + RIGHT);

        assertThat(lines.get(0).problems()).containsExactly(LineProblem.LINE_QUOTES);
        assertThat(lines.subList(lines.size() - 2, lines.size())).allMatch(StatementLine::isRight);
    }

    @Test
    void a_line_with_too_few_or_too_many_cells_is_refused() {
        assertThat(line("R-1").problems()).containsExactly(LineProblem.LINE_COLUMNS);
        assertThat(line(RIGHT + ",").problems()).containsExactly(LineProblem.LINE_COLUMNS);
    }

    @Test
    void a_huge_line_is_refused_and_the_others_are_not() {
        List<StatementLine> lines = read(Statements.HEADER + "\n" + "x".repeat(301) + "\n" + RIGHT);

        assertThat(lines.get(0).problems()).containsExactly(LineProblem.LINE_TOO_LONG);
        assertThat(lines.get(1).isRight()).isTrue();
    }

    @Test
    void a_second_header_is_a_line_like_any_other() {
        List<StatementLine> lines = read(Statements.HEADER + "\n" + Statements.HEADER + "\n" + RIGHT);

        assertThat(lines).extracting(StatementLine::isRight).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nir,statement,careDate,paidOn,kind,amountPaid,amountReimbursed",
                "statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed,comment",
                "statement,nir,nir,careDate,paidOn,kind,amountPaid,amountReimbursed",
                "Statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed",
                "statement, nir, careDate, paidOn, kind, amountPaid, amountReimbursed",
                "statement\tnir\tcareDate\tpaidOn\tkind\tamountPaid\tamountReimbursed",
                "statement;nir,careDate,paidOn,kind,amountPaid,amountReimbursed",
                "\"statement,nir",
                "\u0000"
            })
    void another_header_is_refused(String header) {
        assertThat(refused(header + "\n" + RIGHT)).isEqualTo(FileProblem.HEADER);
    }

    @Test
    void a_file_without_a_header_is_refused() {
        assertThat(refused(RIGHT)).isEqualTo(FileProblem.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "  ", Statements.HEADER, Statements.HEADER + "\n\n"})
    void a_file_without_lines_is_empty(String text) {
        assertThat(refused(text)).isEqualTo(FileProblem.EMPTY);
    }

    @Test
    void another_encoding_is_refused() {
        assertThat(refused((Statements.HEADER + "\nÉ" + RIGHT).getBytes(ISO_8859_1)))
                .isEqualTo(FileProblem.NOT_UTF8);
        assertThat(refused((Statements.HEADER + "\n" + RIGHT).getBytes(UTF_16))).isEqualTo(FileProblem.NOT_UTF8);
    }

    @Test
    void what_is_no_text_at_all_is_refused() {
        assertThat(refused(new byte[] {'P', 'K', 3, 4, (byte) 0x80, 0})).isEqualTo(FileProblem.NOT_UTF8);
    }

    @Test
    void fifty_lines_are_taken_and_fifty_one_are_not() {
        assertThat(read(Statements.HEADER + "\n" + String.join("\n", Collections.nCopies(50, RIGHT))))
                .hasSize(50);
        assertThat(refused(Statements.HEADER + "\n" + String.join("\n", Collections.nCopies(51, RIGHT))))
                .isEqualTo(FileProblem.TOO_MANY_LINES);
    }

    @Test
    void a_file_over_the_limit_is_refused_before_it_is_read() {
        assertThat(refused(new byte[10 * 1024 + 1])).isEqualTo(FileProblem.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_of_a_line_has_its_words(LineProblem problem) {
        assertThat(texts().containsKey(problem.textKey())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_TEXT")
    void every_reason_of_a_file_has_its_words(FileProblem problem) {
        assertThat(texts().containsKey(ImportDesk.textKey(problem))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_care_has_its_word(CareKind kind) {
        assertThat(texts().containsKey("page.reimbursements.kind." + kind)).isTrue();
    }

    private static ResourceBundle texts() {
        return ResourceBundle.getBundle("texts/texts", Locale.FRENCH);
    }
}
