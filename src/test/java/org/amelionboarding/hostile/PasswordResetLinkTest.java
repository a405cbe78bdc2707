package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.amelionboarding.Students;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Marker;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The link to a new password, in the hands of its owner, scanners and forgers (A4–A6, A9–A11, A17). */
@RunningDemo
class PasswordResetLinkTest {

    private static final String PAGE = "/new-password";
    private static final String NEW = "Automne8feuilles";
    private static final String CODE_NEEDED = "/sign-in/code";
    private static final String REFUSED = "/sign-in?problem=REFUSED";

    @Autowired
    private Demo demo;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Students students;

    private final Map<String, Object> owner = Students.codeRequest();
    private String dossier;
    private String verificationLink;
    private String link;

    @BeforeEach
    void the_owner_of_an_active_account_asks_for_a_link() {
        dossier = students.start(owner).getBusinessKey();
        students.choosePassword(dossier);
        students.acceptTerms(dossier);
        students.giveContactDetails(dossier);
        verificationLink = demo.link(email());
        students.confirmEmail(dossier, token(verificationLink));
        ask();
        link = demo.resetLink(email(), 1);
    }

    private String email() {
        return Students.emailOf(dossier);
    }

    private String nir() {
        return owner.get("nir").toString();
    }

    @AfterEach
    void time_goes_on() {
        ClockUtil.reset();
    }

    private Reply ask() {
        return demo.browser().fillIn("/forgotten-password", Map.of("nir", nir(), "birthDate", "2003-07-14"));
    }

    @Test
    void the_new_password_opens_with_the_code_by_mail_and_the_old_one_not_any_more() {
        assertThat(choose(link, NEW).body()).contains("role=\"status\"");

        assertThat(signIn(NEW)).isEqualTo(CODE_NEEDED);
        assertThat(signIn(Students.PASSWORD)).isEqualTo(REFUSED);
    }

    @Test
    void the_link_signs_nobody_in() {
        Browser browser = demo.browser();
        browser.fillIn(link, passwords(link, NEW));

        assertThat(browser.get("/camunda/app/tasklist/default/").location()).isEqualTo("/sign-in");
    }

    @Test
    void the_owner_is_told_by_mail() {
        choose(link, NEW);

        assertThat(demo.messages(email())).anyMatch(text -> text.contains("a été changé le"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void a10_looking_changes_nothing_and_the_form_still_works(String method) {
        String before = links();
        Browser scanner = demo.browser();
        for (int i = 0; i < 10; i++) {
            assertThat(scanner.send(method, link, null, null).status()).isEqualTo(200);
        }

        assertThat(links()).isEqualTo(before);
        choose(link, NEW);
        assertThat(signIn(NEW)).isEqualTo(CODE_NEEDED);
    }

    private String links() {
        return database.sql("select id, tries, expires_at, used_at, revoked_at from one_time_secret where dossier = ?")
                .param(dossier)
                .query()
                .listOfRows()
                .toString();
    }

    @Test
    void all_broken_rules_are_told_at_once_and_the_link_stays_good() {
        Reply refused = choose(link, Map.of("newPassword", "été 2003", "confirmPassword", "other"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains("Il manque une lettre majuscule", "Un caractère n’est pas autorisé")
                .contains("votre date de naissance", "Les deux mots de passe sont différents")
                .contains("<title>Erreur")
                .doesNotContain("été 2003");
        choose(link, NEW);
        assertThat(signIn(NEW)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void an_empty_form_changes_nothing() {
        assertThat(choose(link, "").body()).contains("Choisissez un mot de passe");

        assertThat(signIn(Students.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a_form_without_its_fields_is_refused_and_changes_nothing() {
        Browser browser = demo.browser();

        Reply reply = browser.post(PAGE, Map.of("token", token(link), "_csrf", browser.csrf(link)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(signIn(Students.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void the_password_counts_as_typed() {
        String longest = "Aa1€" + "€".repeat(46);
        choose(link, longest);

        assertThat(signIn(longest)).isEqualTo(CODE_NEEDED);
        assertThat(signIn(longest.substring(1))).isEqualTo(REFUSED);
    }

    @Test
    void a_second_press_changes_nothing_and_is_answered_kindly() {
        Browser browser = demo.browser();
        String csrf = browser.csrf(link);
        browser.post(PAGE, with(csrf, passwords(link, NEW)));

        Reply again = browser.post(PAGE, with(csrf, passwords(link, "Printemps9fleurs")));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("role=\"status\"").doesNotContain("role=\"alert\"");
        assertThat(signIn(NEW)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void of_eight_presses_at_the_same_time_one_has_an_effect_and_none_is_told_that_it_failed() {
        List<Callable<Reply>> presses =
                Stream.generate(this::readyToPress).limit(8).toList();

        List<Reply> replies = Together.all(presses);

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.body()).doesNotContain("role=\"alert\""));
        assertThat(changes()).isEqualTo(1);
    }

    private Callable<Reply> readyToPress() {
        Browser browser = demo.browser();
        Map<String, String> form = with(browser.csrf(link), passwords(link, NEW));
        return () -> browser.post(PAGE, form);
    }

    private int changes() {
        return database.sql("select count(*) from message where dossier = ? and purpose = 'PASSWORD_CHANGED'")
                .param(dossier)
                .query(Integer.class)
                .single();
    }

    @Test
    void the_link_of_the_verification_mail_is_worth_nothing_here() {
        assertClear(demo.browser().get(PAGE + "?token=" + token(verificationLink)), "not valid");
    }

    @Test
    void the_reset_link_confirms_no_address() {
        assertThat(demo.browser()
                        .get("/email-confirmation?token=" + token(link))
                        .body())
                .contains("not valid");
    }

    @Test
    void a9_the_link_ends_after_half_an_hour() {
        ClockUtil.offset(Duration.ofMinutes(29).toMillis());
        assertThat(demo.browser().get(link).body()).contains("autocomplete=\"new-password\"");

        ClockUtil.offset(Duration.ofMinutes(31).toMillis());

        assertClear(demo.browser().get(link), "Ce lien a expiré");
        assertClear(press(token(link)), "Ce lien a expiré");
        ClockUtil.reset();
        assertThat(signIn(Students.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a6_a_newer_link_kills_the_one_before() {
        ClockUtil.offset(Duration.ofMinutes(2).toMillis());
        ask();
        String newer = demo.resetLink(email(), 2);

        assertClear(demo.browser().get(link), "Ce lien a expiré");
        assertClear(press(token(link)), "Ce lien a expiré");
        assertThat(choose(newer, NEW).body()).contains("role=\"status\"");
    }

    @Test
    void an_altered_token_leads_to_a_clear_page() {
        Stream.of("", "-", "\u0000", "' or 1=1--", "<script>", Marker.EXPRESSION, "../..", "é")
                .map(end -> URLEncoder.encode(token(link).substring(0, 42) + end, StandardCharsets.UTF_8))
                .forEach(altered -> assertClear(demo.browser().get(PAGE + "?token=" + altered), "not valid"));
    }

    @Test
    void a_page_without_a_token_is_clear() {
        assertClear(demo.browser().get(PAGE), "not valid");
    }

    @Test
    void a_page_without_the_csrf_token_changes_nothing() {
        assertThat(demo.browser().post(PAGE, passwords(link, NEW)).status()).isEqualTo(403);
        assertThat(signIn(Students.PASSWORD)).isEqualTo(CODE_NEEDED);
    }

    @Test
    void a11_the_page_tells_nobody_where_it_came_from_and_is_kept_nowhere() {
        Reply page = demo.browser().get(link);

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, Ce lien a expiré", "en-GB, Ce lien a expiré"})
    void the_page_speaks_the_dossiers_language(String browserLanguage, String heading) {
        ClockUtil.offset(Duration.ofMinutes(31).toMillis());

        assertThat(demo.browser().get(link, "Accept-Language", browserLanguage).body())
                .contains(heading);
    }

    @Test
    void a_language_chosen_on_the_page_counts() {
        Browser browser = demo.browser();
        assertThat(browser.get(link).body()).contains("Choisir un nouveau mot de passe");

        assertThat(browser.get(link + "&lang=en").body()).contains("Choose a new password", token(link));
        assertThat(browser.fillIn(link, passwords(link, "abc")).body()).contains("An upper-case letter is missing");
    }

    private static void assertClear(Reply page, String heading) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("role=\"alert\"", heading, "href=\"/forgotten-password\"")
                .doesNotContain("Exception", "\tat ", "<script>", "org.amelionboarding", "<input");
    }

    private Reply choose(String at, String password) {
        return choose(at, Map.of("newPassword", password, "confirmPassword", password));
    }

    private Reply choose(String at, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("token", token(at));
        return demo.browser().fillIn(at, all);
    }

    /** Sends the form of a page that shows none any more. */
    private Reply press(String token) {
        Browser browser = demo.browser();
        String csrf = browser.get("/api/csrf").json().get("token").asText();
        return browser.post(PAGE, Map.of("token", token, "newPassword", NEW, "confirmPassword", NEW, "_csrf", csrf));
    }

    private static Map<String, String> passwords(String at, String password) {
        return Map.of("token", token(at), "newPassword", password, "confirmPassword", password);
    }

    private static Map<String, String> with(String csrf, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return all;
    }

    private String signIn(String password) {
        return demo.browser().signInAsStudent(nir(), password).location();
    }

    private static String token(String at) {
        return at.replaceFirst(".*token=", "");
    }
}
