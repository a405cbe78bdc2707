package org.amelionboarding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The running demo seen from outside, and the ways of its people through it. */
@TestComponent
public class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");

    private static final Pattern RESET_LINK = Pattern.compile("/new-password\\?token=\\S+");

    private final Environment environment;

    Demo(Environment environment) {
        this.environment = environment;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Browser browser() {
        return new Browser("http://127.0.0.1:" + port());
    }

    public Browser advisor() {
        return staff("advisor", "advisor-demo");
    }

    /** Another advisor. */
    public Browser colleague() {
        return staff("colleague", "advisor-demo");
    }

    public Browser operator() {
        return staff("operator", "operator-demo");
    }

    private Browser staff(String username, String password) {
        Browser browser = browser();
        browser.signInAsStaff(username, password);
        return browser.openTasklist();
    }

    /**
     * Has an advisor take down a code request.
     *
     * @return the dossier's number
     */
    public String request(Applicant applicant) {
        return request(applicant, "fr");
    }

    private String request(Applicant applicant, String language) {
        Map<String, Object> fields = applicant.request();
        fields.put("language", language);
        Reply reply = advisor().submitForm("/process-definition/key/account-creation", fields);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("businessKey").asText();
    }

    /** Has a code requested and sent. */
    public String newCode(Applicant applicant) {
        request(applicant);
        return code(applicant);
    }

    /** The code that was sent by SMS; waits for it. */
    public String code(Applicant applicant) {
        return newest(applicant.mobile(), CODE);
    }

    /** The link that was sent by mail; waits for it. */
    public String link(String email) {
        return newest(email, Pattern.compile("/email-confirmation\\?token=\\S+"));
    }

    /** The newest of several reset links sent by mail; waits until as many were sent. */
    public String resetLink(String email, int sent) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages(email)
                                .flatMap(text -> RESET_LINK.matcher(text).results())
                                .map(MatchResult::group)
                                .toList(),
                        links -> links.size() >= sent)
                .get(0);
    }

    /** The newest of several codes sent to an address; waits until as many were sent. */
    public String code(String to, int sent) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages(to)
                                .flatMap(text -> CODE.matcher(text).results())
                                .map(MatchResult::group)
                                .toList(),
                        codes -> codes.size() >= sent)
                .get(0);
    }

    private String newest(String to, Pattern part) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages(to)
                                .flatMap(text -> part.matcher(text).results())
                                .map(MatchResult::group)
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }

    /** Texts of the messages to an address or number, newest first. */
    public Stream<String> messages(String to) {
        return StreamSupport.stream(inbox().spliterator(), false)
                .filter(message -> message.get("to").asText().equals(to))
                .map(message -> message.get("text").asText());
    }

    /** Number of the dossier that messages to this address belong to. */
    public String dossier(String to) {
        return StreamSupport.stream(inbox().spliterator(), false)
                .filter(message -> message.get("to").asText().equals(to))
                .map(message -> message.get("dossier").asText())
                .findFirst()
                .orElseThrow();
    }

    public JsonNode inbox() {
        return browser().get("/inbox.json").json();
    }

    /** A student who has just signed in with the code for the first time. */
    public Browser student(Applicant applicant) {
        return student(applicant.nir(), newCode(applicant));
    }

    /** A student who signs in. */
    public Browser student(String nir, String secret) {
        Browser browser = browser();
        browser.signInAsStudent(nir, secret);
        return browser.openTasklist();
    }

    public void choosePassword(Browser student) {
        done(student.doTask(Map.of("newPassword", Applicant.PASSWORD, "confirmPassword", Applicant.PASSWORD)));
    }

    /** Takes a student who has just signed in for the first time to the waiting page. */
    public void finishWizard(Browser student, String email) {
        choosePassword(student);
        done(student.doTask(Map.of("termsAccepted", true)));
        done(student.doTask(Map.of("email", email, "confirmEmail", email, "mobile", "")));
    }

    /** A student who has signed in and whose account has become active since. */
    public Browser activeStudent(Applicant applicant) {
        return activeStudent(applicant, "fr");
    }

    /** @param language of the dossier */
    public Browser activeStudent(Applicant applicant, String language) {
        request(applicant, language);
        Browser student = student(applicant.nir(), code(applicant));
        finishWizard(student, applicant.email());
        String link = link(applicant.email());
        browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
        return student;
    }

    /** Has a student start a service from Tasklist. */
    public Reply start(Browser student, String service, Map<String, ?> fields) {
        String definition = student.engine("GET", "/process-definition?latestVersion=true&key=" + service, null)
                .json()
                .get(0)
                .get("id")
                .asText();
        return student.submitForm("/process-definition/" + definition, fields);
    }

    /** What a student types who has lost the Carte Vitale. */
    public static Map<String, Object> lostCard() {
        return new HashMap<>(Map.of(
                "reason", "LOST",
                "lostOn", LocalDate.now().toString(),
                "declared", true,
                "street", "3 rue Victor Hugo",
                "postalCode", "69002",
                "city", "Lyon"));
    }

    /** A student with an active account who signs in, in both steps. */
    public Browser signInToAccount(Applicant applicant) {
        Browser browser = browser();
        signInWithCode(browser, applicant, Map.of());
        return browser.openTasklist();
    }

    /** Signs in to an active account, in both steps. */
    public Reply signInWithCode(Browser browser, Applicant applicant, Map<String, String> more) {
        int sent = (int) codes(applicant);
        browser.signInAsStudent(applicant.nir(), Applicant.PASSWORD);
        Map<String, String> fields = new HashMap<>(more);
        fields.put("code", code(applicant.email(), sent + 1));
        return browser.fillIn("/sign-in/code", fields);
    }

    private long codes(Applicant applicant) {
        return messages(applicant.email())
                .filter(text -> CODE.matcher(text).find())
                .count();
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }
}
