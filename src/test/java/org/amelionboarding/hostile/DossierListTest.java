package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The list of dossiers and the heat map: for whom they are, and what they tell. */
@RunningDemo
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierListTest {

    private static final String LIST = "/desk/dossiers";
    private static final String CSV = "/desk/dossiers.csv";
    private static final String HEAT = "/api/heat-map?definition=account-creation";

    @Autowired
    private Demo demo;

    private final Applicant applicant = Applicant.next();
    private Browser student;
    private Browser advisor;
    private Browser auditor;
    private Browser operator;
    private String dossier;

    @BeforeAll
    void people_sign_in() {
        student = demo.student(applicant);
        advisor = demo.advisor();
        auditor = demo.browser();
        auditor.signInAsStaff("auditor", "auditor-demo");
        operator = demo.operator();
        dossier = demo.dossier(applicant.mobile());
    }

    @Test
    void advisors_and_auditors_read_the_list() {
        assertThat(advisor.get(LIST).body()).contains(dossier);
        assertThat(auditor.get(LIST).body()).contains(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=PASSWORD", "status=PASSWORD&closure=&language=fr&channel=&period=P7D", "page=1"})
    void the_list_is_narrowed_by_its_address(String filter) {
        assertThat(advisor.get(LIST + "?" + filter).body()).contains(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=CLOSED", "language=en&status=PASSWORD", "definition=contact&status=PASSWORD"})
    void and_does_not_show_what_does_not_fit(String filter) {
        assertThat(advisor.get(LIST + "?" + filter).body()).doesNotContain(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=x", "closure=x", "channel=x", "period=x", "page=x", "period=P99999999999D"})
    void what_is_no_filter_is_refused(String filter) {
        assertThat(advisor.get(LIST + "?" + filter).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"language=<script>alert(1)</script>", "definition='%20or%201=1--"})
    void hostile_filters_find_nothing_and_are_no_markup(String filter) {
        Reply page = advisor.get(LIST + "?" + filter.replace("<", "%3C").replace(">", "%3E"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain(dossier);
    }

    @Test
    void operators_students_and_strangers_read_no_list() {
        assertThat(operator.get(LIST).status()).isEqualTo(403);
        assertThat(student.get(LIST).status()).isEqualTo(403);
        assertThat(demo.browser().get(LIST).location()).isEqualTo("/staff/sign-in");
    }

    @Test
    void they_search_nothing_either() {
        assertThat(postAs(operator, LIST, Map.of("looked", dossier)).status()).isEqualTo(403);
        assertThat(postAs(student, LIST, Map.of("looked", dossier)).status()).isEqualTo(403);
        assertThat(postAs(operator, CSV, Map.of()).status()).isEqualTo(403);
        assertThat(postAs(student, CSV, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_search_finds_by_number_name_and_nir_and_shows_neither_whole() {
        for (String looked : new String[] {dossier, applicant.familyName(), applicant.nir()}) {
            Reply page = postAs(auditor, LIST, Map.of("looked", looked));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).as(looked).contains(dossier, "P••• F•••");
            assertThat(page.body().replace("value=\"" + looked + "\"", ""))
                    .doesNotContain(applicant.familyName(), applicant.nir(), applicant.givenNames());
        }
    }

    @Test
    void what_was_searched_for_stands_in_no_address_and_no_log(CapturedOutput log) {
        Reply page = postAs(advisor, LIST, Map.of("looked", applicant.familyName()));

        assertThat(page.body()).doesNotContain("?looked", "&amp;looked");
        assertThat(log).doesNotContain(applicant.familyName(), applicant.nir());
    }

    @Test
    void a_name_in_an_address_is_not_searched_for() {
        assertThat(advisor.get(LIST + "?looked=Nobody-has-this-name").body()).contains(dossier);
    }

    @Test
    void an_empty_search_leads_back_to_the_list() {
        assertThat(postAs(advisor, LIST, Map.of("looked", " ")).location()).isEqualTo(LIST);
    }

    @Test
    void nothing_is_searched_or_exported_without_the_token_against_forgery() {
        assertThat(advisor.post(LIST, Map.of("looked", dossier)).status()).isEqualTo(403);
        assertThat(advisor.post(CSV, Map.of()).status()).isEqualTo(403);
        assertThat(advisor.get(CSV).status()).isIn(404, 405);
    }

    @Test
    void the_export_has_what_the_list_has_and_nobodys_name() {
        Reply csv = postAs(advisor, CSV, Map.of("status", "PASSWORD"));

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"dossiers.csv\"");
        assertThat(csv.header("Cache-Control")).contains("no-store");
        assertThat(csv.body()).contains(dossier).doesNotContain(applicant.familyName(), applicant.nir());
        assertThat(postAs(auditor, CSV, Map.of("status", "CLOSED")).body()).doesNotContain(dossier);
    }

    @Test
    void all_staff_read_the_heat_map() {
        for (Browser staff : new Browser[] {advisor, operator, auditor}) {
            Reply heat = staff.get(HEAT);

            assertThat(heat.status()).isEqualTo(200);
            assertThat(heat.json().findValuesAsText("id")).contains("Task_ChoosePassword");
            assertThat(heat.body()).doesNotContain(dossier, applicant.familyName());
        }
    }

    @Test
    void students_and_strangers_read_no_heat_map() {
        assertThat(student.get(HEAT).status()).isEqualTo(403);
        assertThat(demo.browser().get(HEAT).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/api/heat-map", HEAT + "&period=x", HEAT + "&channel=x"})
    void a_heat_map_of_nothing_that_there_is_is_refused(String address) {
        assertThat(operator.get(address).status()).isEqualTo(400);
    }

    private Reply postAs(Browser person, String path, Map<String, String> fields) {
        var csrf = person.get("/api/csrf").json();
        return person.post(
                path, fields, csrf.get("headerName").asText(), csrf.get("token").asText());
    }
}
