package org.amelionboarding.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** A file of students handed in by an advisor, on the page and by a machine; the dossiers start by themselves. */
@RunningDemo
class CohortPagesTest {

    private static final String PAGE = "/desk/cohort";
    private static final String API = "/api/cohorts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Demo demo;

    @Test
    void a_file_that_is_posted_is_answered_line_by_line_and_started() {
        Browser advisor = demo.advisor();

        JsonNode report = advisor.upload(
                        API, Promotion.of(3).with(1, "mobile", "12").text())
                .json();

        assertThat(report.get("accepted").asInt()).isEqualTo(2);
        assertThat(report.get("lines").get(1).toString())
                .isEqualTo(
                        "{\"line\":3,\"outcome\":\"REFUSED\",\"problems\":[\"mobile: MALFORMED\"],\"dossier\":null}");
        JsonNode done = finished(advisor, report);
        assertThat(done.get("started").asInt()).isEqualTo(2);
        assertThat(done.get("lines").get(0).get("dossier").asText()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void the_same_file_posted_again_starts_nothing() {
        Browser advisor = demo.advisor();
        String file = Promotion.of(2).text();
        advisor.upload(API, file);

        JsonNode again = advisor.upload(API, file).json();

        assertThat(again.findValuesAsText("outcome")).containsExactly("KNOWN", "KNOWN");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_codes_and_words() {
        Browser advisor = demo.advisor();
        advisor.get("/agencies?lang=en");

        Reply reply = advisor.upload(API, "nir,mobile\n1,2");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("problems").get(0).asText()).isEqualTo("familyName: MISSING_COLUMN");
        assertThat(reply.json().get("message").asText()).isEqualTo("This column is missing in the first line.");
    }

    @Test
    void the_result_is_a_file_for_a_spreadsheet() {
        Browser advisor = advisor("fr");
        JsonNode report = advisor.upload(
                        API, Promotion.of(2).with(0, "language", "de").text())
                .json();
        finished(advisor, report);

        Reply file = advisor.get(API + "/" + report.get("id").asText() + "/result.csv");

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"result.csv\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFline;outcome;dossier;problems;message");
        assertThat(lines.get(1)).isEqualTo("2;REFUSED;;language: MALFORMED;La langue est fr ou en.");
        assertThat(lines.get(2)).matches("3;STARTED;[0-9A-Z-]{9};;");
    }

    @Test
    void a_result_that_does_not_exist_is_not_found() {
        assertThat(demo.advisor().get(API + "/nowhere").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Vérifier avant d’ouvrir les dossiers | Dossiers à ouvrir : 1 | Ouvrir 1 dossier
            en | Check before opening the dossiers    | Dossiers to open: 1   | Open 1 dossier
            """)
    void on_the_page_a_file_is_looked_at_first(String language, String title, String count, String button) {
        Browser advisor = advisor(language);

        String body = text(advisor.get(
                look(advisor, Promotion.of(2).with(1, "nir", "298119935012321").text())));

        assertThat(body.replace('\u00a0', ' ')).contains(title, count, button);
        assertThat(body).containsPattern("<th scope=\"row\">3</th>\\s*<td><code>nir</code></td>");
    }

    @Test
    void a_button_starts_what_was_looked_at() {
        Browser advisor = advisor("fr");
        String page = look(advisor, Promotion.of(2).text());

        assertThat(advisor.fillIn(page, Map.of()).location()).isEqualTo(page);

        await().atMost(PATIENCE)
                .until(() -> text(advisor.get(page)).replace('\u00a0', ' ').contains("Dossiers ouverts : 2"));
        assertThat(advisor.get(PAGE).body()).contains(page);
    }

    @Test
    void the_page_updates_itself_while_dossiers_are_started_until_it_is_stopped() {
        Browser advisor = advisor("fr");
        String page = look(advisor, Promotion.of(30).text());
        assertThat(advisor.get(page).header("Refresh")).isNull();
        advisor.fillIn(page, Map.of());

        Reply progress = advisor.get(page);
        Reply stopped = advisor.get(page + "?live=false");

        assertThat(progress.header("Refresh")).isEqualTo("5");
        assertThat(progress.body()).contains("<progress", "max=\"30\"");
        assertThat(stopped.header("Refresh")).isNull();
    }

    @Test
    void everything_that_is_wrong_with_a_file_is_told_on_the_page() {
        Reply reply = advisor("fr").upload(PAGE, "nir;nom\n1;2");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply))
                .contains("<title>Erreur – ", "<code>#2</code>", "<code>birthDate</code>", "Cette colonne manque")
                .contains("aria-describedby=\"file-hint problem\"");
    }

    @Test
    void a_file_that_is_forgotten_is_asked_for_again() {
        Browser advisor = advisor("fr");

        assertThat(advisor.get(PAGE + "/nowhere").location()).isEqualTo(PAGE + "?forgotten=true");
        assertThat(text(advisor.get(PAGE + "?forgotten=true"))).contains("Ce fichier n’est plus là");
    }

    @Test
    void the_template_has_the_columns_that_are_read() {
        assertThat(demo.advisor().get("/assets/cohort.csv").body().strip())
                .isEqualTo("\uFEFF" + String.join(";", Header.COLUMNS));
    }

    private Browser advisor(String language) {
        Browser advisor = demo.advisor();
        advisor.get("/agencies?lang=" + language);
        return advisor;
    }

    private static String look(Browser advisor, String file) {
        Reply reply = advisor.upload(PAGE, file);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(302);
        return reply.location();
    }

    private static JsonNode finished(Browser advisor, JsonNode report) {
        String address = API + "/" + report.get("id").asText();
        return await().atMost(PATIENCE)
                .until(
                        () -> advisor.get(address).json(),
                        now -> now.get("accepted").asInt() == 0);
    }

    private static String text(Reply reply) {
        return HtmlUtils.htmlUnescape(reply.body());
    }
}
