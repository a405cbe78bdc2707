package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
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
        demo.browser().signInAsStudent(WILHELMINA.nir(), PASSWORD);
        String resetToken = resetPassword();
        demo.advisor().submitForm("/process-definition/key/account-creation", WILHELMINA.request());

        secrets.putAll(personal());
        secrets.put("code", code);
        secrets.put("token", token);
        secrets.put("reset token", resetToken);
        secrets.put("token of the wrong address", firstToken);
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
        values.put("family name", "Quixote-");
        values.put("end of the family name", "Żółćiński");
        values.put("given name", "Wilhelmina");
        values.put("second given name", "Ærøskøbing");
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
