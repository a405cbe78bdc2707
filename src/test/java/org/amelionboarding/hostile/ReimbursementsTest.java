package org.amelionboarding.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Reimbursements: who reaches them, and what no file can do. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReimbursementsTest {

    private static final String IMPORT = "/api/reimbursements";
    private static final String DESK = "/desk/reimbursements";
    private static final String HEADER = "statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed\n";
    private static final List<String> VERBS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    @Autowired
    private Demo demo;

    private final Applicant applicant = Applicant.next();
    private Browser nobody;
    private Browser halfWay;
    private Browser onTheWay;
    private Browser student;
    private Browser advisor;
    private Browser operator;

    @BeforeAll
    void people_sign_in() {
        nobody = demo.browser();
        onTheWay = demo.student(Applicant.next());
        student = demo.activeStudent(applicant);
        halfWay = demo.browser();
        halfWay.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        advisor = demo.advisor();
        operator = demo.operator();
    }

    private String line(String id, String amount) {
        return id + "," + applicant.nir() + ",2026-10-03,2026-10-08,DENTAL,99.99," + amount + "\n";
    }

    private Reply take(String lines) {
        return advisor.upload(IMPORT, (HEADER + lines).getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # address               | student | advisor  | operator
            /reimbursements         | GET     | -        | -
            /reimbursements.csv     | GET     | -        | -
            /reimbursements.pdf     | GET     | -        | -
            /reimbursements.json    | -       | -        | -
            /reimbursements/        | -       | -        | -
            /reimbursements/x       | -       | -        | -
            /api/reimbursements     | -       | POST     | -
            /api/reimbursements/x   | -       | -        | -
            """)
    void each_verb_is_open_to_whom_it_is_for(String path, String toStudent, String toAdvisor, String toOperator) {
        assertSoftly(softly -> {
            softly.assertThat(openVerbs(nobody, path)).as("nobody").isNull();
            softly.assertThat(openVerbs(halfWay, path)).as("half signed-in").isNull();
            softly.assertThat(openVerbs(student, path)).as("student").isEqualTo(toStudent);
            softly.assertThat(openVerbs(advisor, path)).as("advisor").isEqualTo(toAdvisor);
            softly.assertThat(openVerbs(operator, path)).as("operator").isEqualTo(toOperator);
        });
    }

    /** @return null if there is none */
    private static String openVerbs(Browser person, String path) {
        var csrf = person.get("/api/csrf").json();
        String open = VERBS.stream()
                .filter(verb -> {
                    int status = person.send(
                                    verb,
                                    path,
                                    null,
                                    null,
                                    csrf.get("headerName").asText(),
                                    csrf.get("token").asText())
                            .status();
                    return status != 302 && status != 401 && status != 403;
                })
                .collect(Collectors.joining(" "));
        return open.isEmpty() ? null : open;
    }

    @Test
    void only_advisors_reach_the_desk() {
        assertThat(advisor.get(DESK).body()).contains(HEADER.strip());
        assertThat(student.get(DESK).status()).isEqualTo(403);
        assertThat(operator.get(DESK).status()).isEqualTo(403);
        assertThat(nobody.get(DESK).location()).isEqualTo("/staff/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPORT, DESK})
    void only_advisors_import(String path) {
        byte[] file = (HEADER + line("HOSTILE-IMPORT", "1.00")).getBytes(UTF_8);

        assertThat(student.upload(path, file).status()).isEqualTo(403);
        assertThat(operator.upload(path, file).status()).isEqualTo(403);
        assertThat(nobody.upload(path, file).status()).isIn(302, 401);
        assertThat(student.get("/reimbursements.csv").body()).doesNotContain("HOSTILE-IMPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPORT, DESK})
    void nothing_is_imported_without_the_token_against_forgery(String path) {
        byte[] file = (HEADER + line("HOSTILE-FORGED", "1.00")).getBytes(UTF_8);

        assertThat(advisor.upload(path, file, "X-Nothing", "x").status()).isEqualTo(403);
        assertThat(student.get("/reimbursements.csv").body()).doesNotContain("HOSTILE-FORGED");
    }

    @Test
    void a_student_reads_their_own_whatever_is_asked() {
        Browser other = demo.activeStudent(Applicant.next());
        take(line("HOSTILE-MINE", "77.77"));
        String mine = demo.dossier(applicant.email());

        for (String query : List.of("", "?dossier=" + mine, "?student=" + mine, "?nir=" + applicant.nir())) {
            assertThat(other.get("/reimbursements" + query).body()).doesNotContain("77,77", "Soins dentaires");
            assertThat(other.get("/reimbursements.csv" + query).body()).doesNotContain("HOSTILE-MINE");
        }
        assertThat(student.get("/reimbursements.csv").body()).contains("HOSTILE-MINE");
    }

    @Test
    void before_the_account_is_active_there_is_nothing_to_read() {
        assertThat(onTheWay.get("/reimbursements?lang=fr").body())
                .contains("Ce sera possible quand votre compte sera actif.");
        assertThat(onTheWay.get("/reimbursements.csv").status()).isEqualTo(403);
        assertThat(onTheWay.get("/reimbursements.pdf").status()).isEqualTo(403);
    }

    @Test
    void the_answer_repeats_neither_number_nor_amounts() {
        String shifted = applicant.nir() + ",2026-10-03,2026-10-08,DENTAL,99.99,88.88,\n";
        String lines = line("HOSTILE-ECHO", "88.88") + line("HOSTILE-ECHO", "88.87") + shifted + "x\n";

        for (String path : List.of(IMPORT, DESK)) {
            assertThat(advisor.upload(path, (HEADER + lines).getBytes(UTF_8)).body())
                    .contains("HOSTILE-ECHO", "statement: CONFLICT", "statement: MALFORMED", "line: COLUMNS")
                    .doesNotContain(applicant.nir(), "88.8", "99.99", "2026-10-08,DENTAL,99");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"\"\"><img src=x onerror=alert(1)>\"",
                "'; drop table reimbursement; --",
                "=cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd",
                "[[${733*911}]]",
                "{{733*911}}",
                "\u202e",
                "\u0000"
            })
    void no_cell_brings_anything_into_a_page(String evil) {
        String right = line("HOSTILE-X", "1.00").strip();
        for (int cell = 0; cell < 7; cell++) {
            String[] cells = right.split(",");
            cells[cell] = evil;
            byte[] file = (HEADER + String.join(",", cells)).getBytes(UTF_8);

            Reply page = advisor.upload(DESK, file);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain(evil, "alert(1)", "667763");
        }
        assertThat(student.get("/reimbursements.csv").body()).doesNotContain("HOSTILE-X");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void a_file_that_cannot_be_read_is_refused_with_a_reason(byte[] file, int status, String problem) {
        Reply toMachine = advisor.upload(IMPORT, file);
        Reply toPerson = advisor.upload(DESK + "?lang=fr", file);

        assertThat(toMachine.status()).isEqualTo(status);
        assertThat(toMachine.json().get("problem").asText()).isEqualTo(problem);
        assertThat(toMachine.json().get("message").asText()).isNotBlank();
        assertThat(toPerson.status()).isEqualTo(status);
        assertThat(toPerson.body()).contains("Rien n’a été enregistré", "role=\"alert\"");
    }

    static Stream<Arguments> unreadable() {
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');
        byte[] many = (HEADER + "x\n".repeat(10_001)).getBytes(UTF_8);
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31);
        }
        return Stream.of(
                arguments(new byte[0], 400, "EMPTY"),
                arguments(HEADER.getBytes(UTF_8), 400, "EMPTY"),
                arguments(large, 413, "TOO_LARGE"),
                arguments(many, 400, "TOO_MANY_LINES"),
                arguments(noise, 400, "NOT_UTF8"),
                arguments((HEADER + "É").getBytes(ISO_8859_1), 400, "NOT_UTF8"),
                arguments((HEADER + HEADER).substring(1).getBytes(UTF_8), 400, "HEADER"),
                arguments(new byte[3], 400, "HEADER"));
    }

    @Test
    void a_huge_line_is_one_refused_line() {
        Reply reply = take("x".repeat(1_000_000) + "\n" + line("HOSTILE-AFTER", "1.00"));

        assertThat(reply.json().get("accepted").asInt()).isOne();
        assertThat(reply.json().get("lines").get(0).get("problems").get(0).asText())
                .isEqualTo("line: TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bd9d63c1f2\r\nrubbish", "", "--other--\r\n"})
    void a_garbled_upload_is_refused(String body) {
        var csrf = advisor.get("/api/csrf").json();

        Reply reply = advisor.send(
                "POST",
                IMPORT,
                "multipart/form-data; boundary=bd9d63c1f2",
                body,
                csrf.get("headerName").asText(),
                csrf.get("token").asText());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("problem").asText()).isEqualTo("NOT_RECEIVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPORT, DESK})
    void what_is_no_upload_is_refused(String path) {
        var csrf = advisor.get("/api/csrf").json();

        assertThat(advisor.post(
                                path,
                                Map.of("file", HEADER),
                                csrf.get("headerName").asText(),
                                csrf.get("token").asText())
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "99999999999", "2026;drop", "%00", "2026.0"})
    void a_year_that_is_none_is_refused(String year) {
        assertThat(student.get("/reimbursements?year=" + year).status()).isEqualTo(400);
        assertThat(student.get("/reimbursements.pdf?year=" + year).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "2147483647", "-2147483648"})
    void a_year_in_which_nothing_was_is_empty(String year) {
        assertThat(student.get("/reimbursements?year=" + year).status()).isEqualTo(200);
        assertThat(student.get("/reimbursements.pdf?year=" + year).status()).isEqualTo(200);
    }
}
