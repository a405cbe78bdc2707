package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages for who cannot sign in, in the hands of somebody who wants to know who has a dossier (A11, A12). */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoWayInTest {

    private static final String BIRTH_DATE = "2003-07-14";

    @Autowired
    private Demo demo;

    @Autowired
    private Students students;

    private final Map<String, Object> open = Students.codeRequest();
    private final Map<String, Object> active = Students.codeRequest();
    private final Map<String, Object> waiting = Students.codeRequest();

    @BeforeAll
    void students_in_different_states() {
        students.start(open);
        waiting.put("carteVitaleReceived", false);
        students.start(waiting);
        String dossier = students.start(active).getBusinessKey();
        students.choosePassword(dossier);
        students.acceptTerms(dossier);
        students.giveContactDetails(dossier);
        students.confirmEmail(dossier, demo.link(Students.emailOf(dossier)).replaceFirst(".*token=", ""));
    }

    @ParameterizedTest
    @CsvSource({"/new-code, fr", "/new-code, en", "/forgotten-password, fr", "/forgotten-password, en"})
    void a12_everybody_gets_the_same_answer(String page, String language) {
        String unknown = answer(page, language, Students.freshNir(), BIRTH_DATE);

        assertThat(unknown).startsWith("200").contains("role=\"status\"");
        assertThat(answer(page, language, nir(open), BIRTH_DATE)).isEqualTo(unknown);
        assertThat(answer(page, language, nir(open), BIRTH_DATE))
                .as("too soon after the one before")
                .isEqualTo(unknown);
        assertThat(answer(page, language, nir(open), "2003-07-15")).isEqualTo(unknown);
        assertThat(answer(page, language, nir(active), BIRTH_DATE)).isEqualTo(unknown);
        assertThat(answer(page, language, nir(active), "1999-01-01")).isEqualTo(unknown);
        assertThat(answer(page, language, nir(waiting), BIRTH_DATE)).isEqualTo(unknown);
    }

    /** Status, headers and page, without the time, which goes on. */
    private String answer(String page, String language, String nir, String birthDate) {
        Browser browser = demo.browser();
        browser.get(page + "?lang=" + language);
        Reply reply = browser.fillIn(page, Map.of("nir", nir, "birthDate", birthDate));
        return reply.status() + " " + reply.headers().map().keySet() + " "
                + reply.body().replaceAll("name=\"_csrf\"[^>]*>", "").replaceAll("\\d\\d:\\d\\d", "");
    }

    private static String nir(Map<String, Object> request) {
        return request.get("nir").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/new-code, fr, un SMS part vers le numéro",
        "/new-code, en, an SMS is on its way",
        "/forgotten-password, fr, un email part vers l’adresse",
        "/forgotten-password, en, an email is on its way"
    })
    void the_answer_tells_what_comes_what_else_can_be_done_and_when(String page, String language, String what) {
        assertThat(answer(page, language, Students.freshNir(), BIRTH_DATE))
                .contains(what, "10 minutes", "href=\"/agencies\"", language.equals("fr") ? "partir du" : "again from");
    }

    @ParameterizedTest
    @CsvSource({
        "/new-code, 2 98 11 99 350 123 21, Un chiffre",
        "/new-code, 7981199350123, provisoire",
        "/forgotten-password, nobody, Le numéro ne contient que des chiffres"
    })
    void a_mistyped_number_is_told_and_kept_for_correction(String page, String typed, String told) {
        Browser browser = demo.browser();
        browser.get(page + "?lang=fr");

        Reply reply = browser.fillIn(page, Map.of("nir", typed, "birthDate", BIRTH_DATE));

        assertThat(reply.body().toLowerCase())
                .contains(told.toLowerCase(), "value=\"" + typed, "value=\"" + BIRTH_DATE, "<title>erreur");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-code", "/forgotten-password"})
    void a_date_that_cannot_be_one_is_told_and_the_number_kept(String page) {
        Browser browser = demo.browser();
        browser.get(page + "?lang=fr");

        Reply reply = browser.fillIn(page, Map.of("nir", nir(open), "birthDate", "14/07/2003"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("avec le jour, le mois et l’année", "value=\"" + nir(open));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-code", "/forgotten-password"})
    void what_is_typed_is_shown_as_text(String page) {
        Reply reply = demo.browser().fillIn(page, Map.of("nir", "\"><script>x", "birthDate", "<script>${733*911}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("<script>", "667763").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-code", "/forgotten-password"})
    void a_form_without_its_fields_is_answered(String page) {
        Reply reply = demo.browser().fillIn(page, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-code", "/forgotten-password"})
    void a_post_without_the_csrf_token_is_refused(String page) {
        assertThat(demo.browser()
                        .post(page, Map.of("nir", nir(open), "birthDate", BIRTH_DATE))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/new-code", "/forgotten-password"})
    void the_pages_send_strict_headers(String page) {
        Reply reply = demo.browser().get(page);

        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void the_page_for_the_code_tells_first_how_to_get_one() {
        assertThat(demo.browser().get("/new-code?lang=fr").body()).contains("3646", "agence", "Carte Vitale");
    }
}
