package org.amelionboarding.reimbursement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.amelionboarding.reimbursement.Statements.file;
import static org.amelionboarding.reimbursement.Statements.freshId;
import static org.amelionboarding.reimbursement.Statements.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.csv.FileRefused;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.reimbursement.LineResult.Outcome;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What becomes of the lines of a file. */
@SpringBootTest
@ActiveProfiles("test")
class StatementImportTest {

    @Autowired
    private StatementImport statements;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private Students students;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    private String dossier;
    private String nir;

    @BeforeEach
    void an_account_is_active() {
        time.stop();
        dossier = activeAccount();
        nir = nirOf(dossier);
    }

    @AfterEach
    void let_time_go_on() {
        time.goOn();
    }

    private String activeAccount() {
        String number = students.reachWaitingPage();
        students.confirmEmail(number, mailbag.token(number));
        return number;
    }

    private String nirOf(String number) {
        return dossiers.of(number).nir().withKey();
    }

    private List<Reimbursement> kept() {
        return reimbursements.of(dossier);
    }

    private List<Mailbag.Letter> mails() {
        return mailbag.of(dossier, MessagePurpose.REIMBURSEMENT_STATEMENT);
    }

    @Test
    void right_lines_are_kept_newest_first() {
        String older = "R-OLD,%s,2026-01-03,2026-01-08,OPTICAL,120.00,0.09".formatted(nir);

        ImportReport report = statements.take(file(older, line(nir)));

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(kept()).extracting(Reimbursement::kind).containsExactly(CareKind.CONSULTATION, CareKind.OPTICAL);
    }

    @Test
    void the_same_file_again_is_known_and_kept_once() {
        byte[] file = file(line(nir), line(nir));
        statements.take(file);

        ImportReport again = statements.take(file);

        assertThat(again.known()).isEqualTo(2);
        assertThat(kept()).hasSize(2);
    }

    @Test
    void a_line_that_stands_twice_in_a_file_is_kept_once() {
        String line = line(nir);

        assertThat(statements.take(file(line, line)).lines())
                .extracting(LineResult::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.KNOWN);
    }

    @Test
    void a_known_id_with_another_content_is_a_conflict_and_what_was_kept_stays() {
        String id = freshId();
        statements.take(file(line(id, nir, "19.00")));

        ImportReport report = statements.take(file(line(id, nir, "20.00")));

        assertThat(report.lines().get(0).problems()).containsExactly(LineProblem.STATEMENT_CONFLICT);
        assertThat(kept()).extracting(Reimbursement::amountReimbursed).containsExactly(new BigDecimal("19.00"));
    }

    @Test
    void a_known_id_for_another_student_is_a_conflict() {
        String other = activeAccount();
        String id = freshId();
        statements.take(file(line(id, nir, "19.00")));

        ImportReport report = statements.take(file(line(id, nirOf(other), "19.00")));

        assertThat(report.lines().get(0).problems()).containsExactly(LineProblem.STATEMENT_CONFLICT);
        assertThat(reimbursements.of(other)).isEmpty();
    }

    @Test
    void bad_lines_do_not_stop_the_good_ones_and_all_are_told_in_the_order_of_the_file() {
        String onTheWay = nirOf(students.requestCode());
        String unknown = Students.freshNir();

        ImportReport report = statements.take(
                file("rubbish", line("A-1", onTheWay, "19.00"), line(nir), line("A-2", unknown, "1.00")));

        assertThat(report.lines()).extracting(LineResult::line).containsExactly(2, 3, 4, 5);
        assertThat(report.lines())
                .extracting(LineResult::problems)
                .containsExactly(
                        Set.of(LineProblem.LINE_COLUMNS),
                        Set.of(LineProblem.NIR_NOT_ACTIVE),
                        Set.of(),
                        Set.of(LineProblem.NIR_UNKNOWN));
    }

    @Test
    void of_a_file_that_cannot_be_read_nothing_is_kept() {
        byte[] latin = (Statements.HEADER + "\n" + line(nir) + "\nÉ").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> statements.take(latin)).isInstanceOf(FileRefused.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void the_student_is_told_once_for_each_import_that_brought_something() {
        byte[] file = file(line(nir), line(nir));
        statements.take(file);
        statements.take(file);
        assertThat(mails()).hasSize(1);

        statements.take(file(line(nir)));

        assertThat(mails()).hasSize(2);
    }

    @Test
    void the_mail_tells_nothing_of_what_was_paid() {
        statements.take(file(line(nir)));

        assertThat(mails().get(0).envelope().text())
                .contains("Connectez-vous")
                .doesNotContain("19", "30", "onsultation", nir);
    }

    @Test
    void the_mail_waits_for_the_morning() {
        Instant night = Instant.parse("2027-03-02T22:00:00Z");
        time.stopAt(night);

        statements.take(file(line(nir)));

        assertThat(jdbc.sql("select next_attempt_at from message where dossier = ? and purpose = ?")
                        .params(dossier, MessagePurpose.REIMBURSEMENT_STATEMENT.name())
                        .query(OffsetDateTime.class)
                        .single()
                        .withOffsetSameInstant(ZoneOffset.UTC))
                .isEqualTo("2027-03-03T08:00:00Z");
    }

    @Test
    void whoever_gets_nothing_new_gets_no_mail() {
        statements.take(file(line("x", nir, "19.00")));

        assertThat(mails()).isEmpty();
    }

    @Test
    void the_same_file_twice_at_the_same_moment_is_kept_once_and_told_once() {
        byte[] file = file(IntStream.range(0, 40).mapToObj(n -> line(nir)).toList());

        List<ImportReport> reports = Together.times(4, () -> statements.take(file));

        assertThat(reports).allMatch(report -> report.refused() == 0);
        assertThat(reports.stream().mapToLong(ImportReport::accepted).sum()).isEqualTo(40);
        assertThat(kept()).hasSize(40);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void of_two_students_claimed_by_one_id_at_the_same_moment_one_has_it() {
        String other = activeAccount();
        List<String> ids = IntStream.range(0, 20).mapToObj(n -> freshId()).toList();
        byte[] mine = file(ids.stream().map(id -> line(id, nir, "19.00")).toList());
        byte[] theirs =
                file(ids.stream().map(id -> line(id, nirOf(other), "19.00")).toList());

        Together.all(List.of(() -> statements.take(mine), () -> statements.take(theirs)));

        assertThat(kept().size() + reimbursements.of(other).size()).isEqualTo(20);
    }

    @Test
    void two_thousand_lines_of_several_students_are_taken() {
        List<String> nirs = Stream.concat(
                        Stream.of(nir),
                        Stream.generate(() -> nirOf(activeAccount())).limit(4))
                .toList();

        ImportReport report = statements.take(file(
                IntStream.range(0, 2000).mapToObj(n -> line(nirs.get(n % 5))).toList()));

        assertThat(report.accepted()).isEqualTo(2000);
    }

    @Test
    void the_table_holds_no_id_no_amount_and_no_kind() {
        String id = freshId();
        statements.take(file(line(id, nir, "19.00")));

        Map<String, Object> row = jdbc.sql("select * from reimbursement where dossier = ?")
                .param(dossier)
                .query()
                .singleRow();

        assertThat(row.get("STATEMENT").toString()).doesNotContain(id);
        assertThat(new String((byte[]) row.get("PAYLOAD"), ISO_8859_1)).doesNotContain(id, "19", "CONSULTATION");
    }

    @Test
    void closing_the_dossier_erases_them() {
        statements.take(file(line(nir)));

        dossiers.close(dossier, Closure.values()[0]);

        assertThat(jdbc.sql("select count(*) from reimbursement where dossier = ?")
                        .param(dossier)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
