package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.EveryColumn;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Walks the complete journey with values that occur nowhere else, refusals and mistakes included, and then looks for
 * them in every column of every table and in the log, which must be worth as little to a thief (A8, A25, A27).
 */
@RunningDemo
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {

    private static final String PASSWORD = "Xylo?Quark42+Zwieback";
    private static final String NEW_PASSWORD = "Yacht!Zither63,Vortex";
    private static final String REFUSED_PASSWORD = "refusedsecretpassword";
    private static final String WRONG_SECRET = "Wr0ng-but-maybe-right-elsewhere";
    private static final String WRONG_EMAIL = "mistyped.quixote@fastmail.example";
    private static final String EMAIL = "wilhelmina.quixote@fastmail.example";
    private static final String UNIVERSITY_EMAIL = "wilhelmina.quixote@etu.univ-lyon1.fr";
    private static final String SECOND_MOBILE = "+33698765432";
    private static final String STATEMENT = "ZQX-LEAK-00417";
    private static final String AMOUNT_PAID = "48317.42";
    private static final String AMOUNT_REIMBURSED = "36204.19";
    private static final String NEW_EMAIL = "dulcinea.tolosa@fastmail.example";
    private static final String NEW_MOBILE = "+33676543210";
    private static final String NEW_STREET = "17 impasse Sancho-Panza";
    private static final String STREET = "17 impasse Quetzalcoatl";
    private static final String QUESTION = "Logez-vous chez Dulcinea ?";
    private static final String ANSWER = "Non, chez Rocinante.";
    private static final String REFUSAL = "Sancho doit signer.";
    private static final Applicant WILHELMINA = new Applicant(
            Applicant.withKey("2710899404997"),
            "Quixote-Żółćiński",
            "Wilhelmina Ærøskøbing",
            "1971-08-29",
            "+33687654321",
            EMAIL);

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcTemplate database;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Logger own = (Logger) LoggerFactory.getLogger("org.amelionboarding");
    private String log;

    @BeforeAll
    void the_journey(CapturedOutput output) {
        own.setLevel(Level.DEBUG);
        refuseRequests();
        String code = demo.newCode(WILHELMINA);
        demo.browser().signInAsStudent(WILHELMINA.nir(), WRONG_SECRET);
        demo.browser().signInAsStudent(WILHELMINA.nir().substring(0, 12), code);
        Browser student = demo.student(WILHELMINA.nir(), code);
        choosePassword(student);
        demo.browser().signInAsStudent(WILHELMINA.nir(), PASSWORD + "x");
        Browser again = demo.student(WILHELMINA.nir(), PASSWORD);
        again.doTask(Map.of("termsAccepted", "no " + PASSWORD));
        again.doTask(Map.of("termsAccepted", true));
        giveContactDetails(again);
        String firstToken = token(WRONG_EMAIL);
        again.doTask(Map.of("action", "CORRECT", "email", EMAIL, "confirmEmail", EMAIL));
        String token = token(EMAIL);
        again.doTask(Map.of("action", "CONFIRM", "token", token + "x"));
        // The cool-down of the link.
        ClockUtil.offset(120_000L);
        again.doTask(Map.of("action", "RESEND"));
        again.engine("GET", "/task/" + again.task().get("id").asText() + "/form-variables", null);
        confirm(token);
        followReimbursements(again);
        orderCard(again);
        demo.browser().signInAsStudent(WILHELMINA.nir(), PASSWORD);
        String resetToken = resetPassword();
        String newToken = changeDetails();
        demo.advisor().submitForm("/process-definition/key/account-creation", WILHELMINA.request());

        secrets.putAll(personal());
        secrets.put("street", "Quetzalcoatl");
        secrets.put("question about the card", "Dulcinea");
        secrets.put("answer about the card", "Rocinante");
        secrets.put("refusal of the card", "Sancho");
        secrets.put("code", code);
        secrets.put("token", token);
        secrets.put("reset token", resetToken);
        secrets.put("token of the wrong address", firstToken);
        secrets.put("token of the new address", newToken);
        log = output.getAll();
    }

    private void refuseRequests() {
        Map<String, Object> mistyped = new LinkedHashMap<>(WILHELMINA.request());
        mistyped.put("mobile", "0012345678901234");
        mistyped.put("birthDate", "2971-08-29");
        mistyped.put("invented", PASSWORD);
        demo.advisor().submitForm("/process-definition/key/account-creation", mistyped);
        mistyped.put("birthDate", "1971-08-29T" + WILHELMINA.nir());
        demo.advisor().submitForm("/process-definition/key/account-creation", mistyped);
        demo.advisor()
                .engine(
                        "POST",
                        "/process-definition/key/account-creation/submit-form",
                        "{\"variables\":{\"nir\":{\"value\":\"" + WILHELMINA.nir());
    }

    private void choosePassword(Browser student) {
        student.doTask(Map.of("newPassword", REFUSED_PASSWORD, "confirmPassword", PASSWORD));
        student.doTask(Map.of("newPassword", PASSWORD, "confirmPassword", PASSWORD, PASSWORD, PASSWORD));
        student.engine(
                "POST",
                "/task/" + student.task().get("id").asText() + "/submit-form",
                "{\"variables\":{\"newPassword\":{\"type\":\"Date\",\"value\":\"" + PASSWORD + "\"}}}");
        student.send(
                "POST",
                "/api/password-check",
                "application/json",
                "{\"password\":\"" + PASSWORD + "\"}",
                "X-CSRF-TOKEN",
                student.get("/api/csrf").json().get("token").asText());
        student.doTask(Map.of("newPassword", PASSWORD, "confirmPassword", PASSWORD));
    }

    private void giveContactDetails(Browser student) {
        student.doTask(Map.of("email", UNIVERSITY_EMAIL, "confirmEmail", EMAIL, "mobile", "0412345678"));
        student.doTask(Map.of("email", WRONG_EMAIL, "confirmEmail", WRONG_EMAIL, "mobile", SECOND_MOBILE));
    }

    private void orderCard(Browser student) {
        Map<String, Object> order = Demo.lostCard();
        order.put("street", STREET);
        order.put("lostOn", STREET);
        demo.start(student, "carte-vitale-order", order);
        order.put("lostOn", "2026-11-02");
        assertThat(demo.start(student, "carte-vitale-order", order).status()).isEqualTo(200);
        Browser advisor = demo.advisor();
        advisor.submitForm(open(advisor, "Task_ReviewCardOrder"), Map.of("action", "ASK", "message", QUESTION));
        String completion = open(student, "Task_CompleteCardOrder");
        student.engine("GET", completion + "/form-variables", null);
        order.keySet().retainAll(List.of("street", "postalCode", "city"));
        order.put("message", ANSWER);
        student.submitForm(completion, order);
        advisor.submitForm(open(advisor, "Task_ReviewCardOrder"), Map.of("action", "REFUSE", "message", REFUSAL));
        assertThat(open(student, "Task_ReadCardDecision")).isNotEmpty();
    }

    private String open(Browser person, String definition) {
        String mine = "&processInstanceBusinessKey=" + demo.dossier(EMAIL);
        return "/task/"
                + person.engine("GET", "/task?taskDefinitionKey=" + definition + mine, null)
                        .json()
                        .get(0)
                        .get("id")
                        .asText();
    }

    private String token(String email) {
        return demo.link(email).replaceFirst(".*token=", "");
    }

    private void confirm(String token) {
        Browser telephone = demo.browser();
        String page = "/email-confirmation?token=" + token;
        telephone.get(page + "x");
        Map<String, String> pressed = Map.of("token", token, "_csrf", telephone.csrf(page));
        telephone.post("/email-confirmation", pressed);
        telephone.post("/email-confirmation", pressed);
        assertThat(demo.messages(EMAIL).filter(text -> !text.contains("token=")))
                .isNotEmpty();
    }

    private void followReimbursements(Browser student) {
        String line = String.join(
                ",", STATEMENT, WILHELMINA.nir(), "2026-10-03", "2026-10-08", "OTHER", AMOUNT_PAID, AMOUNT_REIMBURSED);
        byte[] file = ("statement,nir,careDate,paidOn,kind,amountPaid,amountReimbursed\n" + line + "\n"
                        + line.replace(AMOUNT_REIMBURSED, AMOUNT_PAID) + "\n" + line + ",x\n")
                .getBytes(StandardCharsets.UTF_8);
        Browser advisor = demo.advisor();
        advisor.upload("/api/reimbursements", file);
        advisor.upload("/desk/reimbursements", file);
        assertThat(student.get("/reimbursements.csv?lang=en").body()).contains(STATEMENT, AMOUNT_PAID);
        student.get("/reimbursements");
        student.get("/reimbursements.pdf");
    }

    private String resetPassword() {
        Browser telephone = demo.browser();
        for (String birthDate : List.of("1971-08-30", "29/08/1971", WILHELMINA.birthDate())) {
            Map<String, String> claim = Map.of("nir", WILHELMINA.nir(), "birthDate", birthDate);
            telephone.fillIn("/new-code", claim);
            telephone.fillIn("/forgotten-password", claim);
        }
        String link = demo.resetLink(EMAIL, 1);
        String token = link.replaceFirst(".*token=", "");
        telephone.fillIn(link, passwords(token, REFUSED_PASSWORD));
        telephone.get(link + "x");
        Map<String, String> chosen = new LinkedHashMap<>(passwords(token, NEW_PASSWORD));
        chosen.put("_csrf", telephone.csrf(link));
        telephone.post("/new-password", chosen);
        telephone.post("/new-password", chosen);
        assertThat(telephone.signInAsStudent(WILHELMINA.nir(), NEW_PASSWORD).location())
                .isEqualTo("/sign-in/code");
        return token;
    }

    /** The details of the active account, refused first, then changed and confirmed. */
    private String changeDetails() {
        Browser student = demo.browser();
        student.signInAsStudent(WILHELMINA.nir(), NEW_PASSWORD);
        student.fillIn("/sign-in/code", Map.of("code", demo.code(EMAIL, 3)));
        student.openTasklist();
        check(student, UNIVERSITY_EMAIL, NEW_MOBILE, WRONG_SECRET);
        check(student, NEW_EMAIL, "0412345678", WRONG_SECRET);
        assertThat(check(student, NEW_EMAIL, NEW_MOBILE, NEW_PASSWORD).status()).isEqualTo(204);
        String token = token(NEW_EMAIL);
        task(student, "Task_AwaitEmailConfirmation");
        Browser telephone = demo.browser();
        telephone.fillIn("/email-confirmation?token=" + token, Map.of("token", token));
        return token;
    }

    private static Reply check(Browser student, String email, String mobile, String password) {
        Map<String, Object> typed = new LinkedHashMap<>(Map.of("decision", "VERIFY", "street", NEW_STREET));
        typed.putAll(Map.of("postalCode", "69002", "city", "Lyon"));
        typed.putAll(Map.of("email", email, "mobile", mobile, "password", password));
        return student.submitForm("/task/" + task(student, "Task_CheckContactDetails"), typed);
    }

    /** The id of an open task, whose form is looked at as well. */
    private static String task(Browser student, String definition) {
        for (JsonNode task : student.engine("GET", "/task", null).json()) {
            if (task.get("taskDefinitionKey").asText().equals(definition)) {
                student.engine("GET", "/task/" + task.get("id").asText() + "/form-variables", null);
                return task.get("id").asText();
            }
        }
        throw new AssertionError("Not open: " + definition);
    }

    private static Map<String, String> passwords(String token, String password) {
        return Map.of("token", token, "newPassword", password, "confirmPassword", password);
    }

    private static Map<String, String> personal() {
        Map<String, String> values = new LinkedHashMap<>();
        String body = WILHELMINA.nir().substring(0, 13);
        // Whoever has the body has the rest: it also finds all 15 characters.
        values.put("NIR", body);
        for (String nir : List.of(body, WILHELMINA.nir())) {
            values.put("SHA-256 of " + nir.length(), HexFormat.of().formatHex(sha256(nir)));
            values.put(
                    "SHA-256 in Base64 of " + nir.length(), Base64.getEncoder().encodeToString(sha256(nir)));
        }
        values.put("password", PASSWORD);
        values.put("new password", NEW_PASSWORD);
        values.put("refused password", REFUSED_PASSWORD);
        values.put("wrong secret", WRONG_SECRET);
        values.put("e-mail", EMAIL.substring(0, EMAIL.indexOf('@')));
        values.put("mistyped e-mail", WRONG_EMAIL.substring(0, WRONG_EMAIL.indexOf('@')));
        values.put("mobile", WILHELMINA.mobile().substring(3));
        values.put("second mobile", SECOND_MOBILE.substring(3));
        values.put("new e-mail", NEW_EMAIL.substring(0, NEW_EMAIL.indexOf('@')));
        values.put("new mobile", NEW_MOBILE.substring(3));
        values.put("new street", NEW_STREET);
        values.put("family name", "Quixote-");
        values.put("end of the family name", "Żółćiński");
        values.put("given name", "Wilhelmina");
        values.put("second given name", "Ærøskøbing");
        values.put("statement", STATEMENT);
        values.put("amount paid", AMOUNT_PAID);
        values.put("amount paid in French", AMOUNT_PAID.replace('.', ','));
        values.put("amount reimbursed", AMOUNT_REIMBURSED);
        values.put("birth date", "1971-08-29");
        values.put("birth date in French", "29/08/1971");
        values.put("birth date as numbers", "[1971,8,29]");
        values.put("birth date in one", "19710829");
        return values;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void everything_as_before() {
        own.setLevel(null);
        ClockUtil.reset();
    }

    @Test
    void the_journey_came_to_its_end() {
        assertThat(database.queryForObject(
                        "select count(*) from dossier where activated_at is not null", Integer.class))
                .isPositive();
        assertThat(demo.messages(NEW_EMAIL)).anyMatch(text -> text.contains("celle de votre compte ameli. Les codes"));
    }

    @Test
    void no_column_of_any_table_holds_a_secret_or_anything_personal() {
        assertThat(new EveryColumn(database).holding(secrets)).isEmpty();
    }

    @Test
    void no_column_holds_the_bare_digest_of_the_number() {
        List<String> found = new ArrayList<>();
        new EveryColumn(database).forEach((column, value) -> {
            for (String nir : List.of(WILHELMINA.nir(), WILHELMINA.nir().substring(0, 13))) {
                if (EveryColumn.contains(
                        value, new String(sha256(nir), StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)) {
                    found.add(column);
                }
            }
        });

        assertThat(found).isEmpty();
    }

    @Test
    void the_search_finds_what_is_there() {
        database.execute("create table if not exists leak_test (a varchar(99), b bytea, c clob)");
        try {
            database.update(
                    "insert into leak_test values (?, ?, ?)",
                    "x" + PASSWORD,
                    WILHELMINA.familyName().getBytes(StandardCharsets.UTF_16LE),
                    "y" + WILHELMINA.nir());
            assertThat(new EveryColumn(database).holding(secrets))
                    .contains("password in LEAK_TEST.A", "family name in LEAK_TEST.B", "NIR in LEAK_TEST.C");
        } finally {
            database.execute("drop table leak_test");
        }
    }

    @Test
    void the_log_holds_no_secret_and_nothing_personal() {
        assertThat(log).contains("Signed in, dossier");
        assertThat(secrets)
                .allSatisfy((name, secret) ->
                        assertThat(log.contains(secret)).as(name).isFalse());
    }

    @Test
    void no_message_holds_more_than_it_must() {
        String code = secrets.get("code");
        List<String> texts = new ArrayList<>();
        demo.inbox().forEach(message -> texts.add(message.get("text").asText()));

        assertThat(texts)
                .noneMatch(text -> text.contains(WILHELMINA.nir().substring(0, 13)))
                .noneMatch(text -> text.contains(PASSWORD))
                .noneMatch(text -> text.contains("Wilhelmina"));
        assertThat(texts).filteredOn(text -> text.contains(code)).hasSize(1);
    }
}
