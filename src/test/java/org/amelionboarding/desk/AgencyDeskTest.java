package org.amelionboarding.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Advisors keep the list of agencies, alone and two at a time; nobody else does. */
@RunningDemo
class AgencyDeskTest {

    private static final String LIST = "/desk/agencies";
    private static final String NEW = LIST + "/new";

    @Autowired
    private Demo demo;

    @Autowired
    private AgencyRepository repository;

    @BeforeEach
    void the_list_is_empty() {
        repository.deleteAll();
    }

    @Test
    void an_empty_list_says_what_to_do() {
        assertThat(advisor("fr").get(LIST).body()).contains("La liste est vide", "ajoutez une première agence");
    }

    @Test
    void an_agency_is_added() {
        Browser advisor = advisor("fr");

        Reply reply = advisor.fillIn(NEW, entry());

        assertThat(reply.location()).isEqualTo(LIST + "?outcome=ADDED");
        assertThat(advisor.get(reply.location()).body()).contains("L’agence est ajoutée.", "Agence Lyon 3e");
        assertThat(only())
                .extracting(Agency::street, Agency::postalCode, Agency::town, Agency::verifiedOn)
                .containsExactly("12 rue de la République", "69003", "Lyon", LocalDate.parse("2026-01-31"));
    }

    @Test
    void blanks_around_what_was_typed_are_dropped() {
        advisor("fr").fillIn(NEW, entry("town", "  Lyon \t"));

        assertThat(only().town()).isEqualTo("Lyon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Le nom de l’agence est obligatoire | La ville est obligatoire | Les horaires sont obligatoires
            en | The name of the agency is mandatory | The town is mandatory | The opening hours are mandatory
            """)
    void everything_that_is_missing_is_told_at_once_in_the_readers_language(
            String language, String name, String town, String openingHours) {
        Reply reply = advisor(language).fillIn(NEW, entry(Map.of("name", " ", "town", "", "openingHours", "\r\n")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(name, town, openingHours);
        assertThat(repository.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postalCode   | 690          | Le code postal a 5 chiffres
            postalCode   | ６９００３    | Le code postal a 5 chiffres
            verifiedOn   | 31/02/2026   | Ce jour n’existe pas
            verifiedOn   | 2026-02-30   | Ce jour n’existe pas
            verifiedOn   | 2999-01-01   | ne peut pas être dans l’avenir
            verifiedOn   | ''           | Le jour de la vérification est obligatoire
            """)
    void what_cannot_be_right_is_refused_next_to_its_field(String field, String typed, String words) {
        Reply reply = advisor("fr").fillIn(NEW, entry(field, typed));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .containsPattern("id=\"" + field + "-problem\">[^<]*" + words)
                .containsPattern("aria-invalid=\"true\"[^>]*id=\"" + field + "\"")
                .contains("<title>Erreur – ");
        assertThat(repository.count()).isZero();
    }

    @Test
    void what_is_too_long_or_has_control_characters_is_refused() {
        String body = advisor("en")
                .fillIn(
                        NEW,
                        entry(Map.of(
                                "name", "a".repeat(101), "street", "1\u0000 rue", "openingHours", "Lundi\u001b[2J")))
                .body();

        assertThat(body)
                .containsPattern("id=\"name-problem\">This is too long")
                .containsPattern("id=\"street-problem\">A character is not allowed")
                .containsPattern("id=\"openingHours-problem\">A character is not allowed");
    }

    @Test
    void a_day_that_is_none_does_not_hide_the_other_problems_nor_lose_what_was_typed() {
        Reply reply = advisor("fr").fillIn(NEW, entry(Map.of("verifiedOn", "bientôt", "town", "")));

        assertThat(text(reply))
                .contains("Ce jour n’existe pas", "La ville est obligatoire")
                .contains("value=\"Agence Lyon 3e\"", "value=\"12 rue de la République\"");
    }

    @Test
    void what_was_typed_is_shown_as_text_only() {
        Browser advisor = advisor("fr");
        advisor.fillIn(NEW, entry(Map.of("name", "<script>alert(1)</script>", "openingHours", "${7*7} <b>")));

        assertThat(advisor.get(LIST).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7} &lt;b&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void an_agency_is_changed() {
        Browser advisor = advisor("fr");
        Agency agency = added("Agence Lyon 3e");

        Reply reply = advisor.fillIn(page(agency), entry(agency, "openingHours", "Fermée"));

        assertThat(reply.location()).isEqualTo(LIST + "?outcome=CHANGED");
        assertThat(only().openingHours()).isEqualTo("Fermée");
    }

    @Test
    void the_form_of_an_agency_shows_what_is_known() {
        Agency agency = added("Agence Lyon 3e");

        assertThat(advisor("fr").get(page(agency)).body())
                .contains("value=\"Agence Lyon 3e\"", "value=\"69003\"", "value=\"2026-01-31\"");
    }

    @Test
    void a_button_notes_that_an_agency_was_verified_today() {
        Agency agency = added("Agence Lyon 3e");

        Reply reply = submit(advisor("fr"), agency, "verified");

        assertThat(reply.location()).isEqualTo(LIST + "?outcome=VERIFIED");
        assertThat(only().verifiedOn()).isAfter(agency.verifiedOn());
    }

    @Test
    void an_agency_is_deleted() {
        Agency agency = added("Agence Lyon 3e");

        Reply reply = submit(advisor("fr"), agency, "deletion");

        assertThat(reply.location()).isEqualTo(LIST + "?outcome=DELETED");
        assertThat(repository.count()).isZero();
    }

    @Test
    void the_slower_of_two_advisors_is_shown_both_texts_and_overwrites_only_knowingly() {
        Browser slower = advisor("fr");
        Agency seen = added("Agence Lyon 3e");
        repository.save(seen.verified(LocalDate.parse("2026-03-17")));

        Reply reply = slower.fillIn(page(seen), entry(seen, "openingHours", "Fermée"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(text(reply)).contains("Un autre conseiller a modifié cette agence", "17 mars 2026", ">Fermée<");
        assertThat(only().openingHours()).isEqualTo(seen.openingHours());

        slower.fillIn(page(seen), entry(only(), "openingHours", "Fermée"));

        assertThat(only().openingHours()).isEqualTo("Fermée");
    }

    @Test
    void of_two_changes_at_the_same_moment_one_wins_and_one_is_told() {
        Agency agency = added("Agence Lyon 3e");
        List<Browser> advisors = List.of(advisor("fr"), advisor("fr"), advisor("fr"));

        List<Reply> replies = Together.all(advisors.stream()
                .<Callable<Reply>>map(
                        advisor -> () -> advisor.fillIn(page(agency), entry(agency, "openingHours", "Fermée")))
                .toList());

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(302, 409, 409);
        assertThat(only().version()).isEqualTo(agency.version() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verified", "deletion"})
    void an_agency_that_has_changed_since_is_neither_verified_nor_deleted(String action) {
        Browser slower = advisor("fr");
        Agency seen = added("Agence Lyon 3e");
        Agency now = repository.save(seen.verified(LocalDate.parse("2026-03-17")));

        Reply reply = submit(slower, seen, action);

        assertThat(slower.get(reply.location()).body()).contains("Un autre conseiller a modifié ou supprimé");
        assertThat(only()).isEqualTo(now);
    }

    @Test
    void a_change_of_an_agency_that_has_been_deleted_brings_it_not_back() {
        Browser slower = advisor("fr");
        Agency seen = added("Agence Lyon 3e");
        String csrf = slower.csrf(page(seen));
        repository.deleteById(seen.id());
        Map<String, String> fields = entry(seen, "openingHours", "Fermée");
        fields.put("_csrf", csrf);

        Reply reply = slower.post(page(seen), fields);

        assertThat(reply.location()).isEqualTo(LIST + "?outcome=OUTRUN");
        assertThat(repository.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483647"})
    void an_invented_version_changes_nothing(String version) {
        Agency agency = added("Agence Lyon 3e");
        Map<String, String> fields = entry(agency, "openingHours", "Fermée");
        fields.put("version", version);

        assertThat(advisor("fr").fillIn(page(agency), fields).status()).isEqualTo(409);

        assertThat(only()).isEqualTo(agency);
    }

    @Test
    void an_agency_that_does_not_exist_is_not_found() {
        assertThat(advisor("fr").get(LIST + "/nowhere").status()).isEqualTo(404);
    }

    @Test
    void every_outcome_has_its_words_in_both_languages() {
        assertSoftly(softly -> List.of("fr", "en").forEach(language -> {
            Browser advisor = advisor(language);
            for (AgencyDesk.Outcome outcome : AgencyDesk.Outcome.values()) {
                softly.assertThat(advisor.get(LIST + "?outcome=" + outcome).body())
                        .doesNotContain("??");
            }
        }));
    }

    @Test
    void a_post_without_the_pages_token_is_refused() {
        Agency agency = added("Agence Lyon 3e");
        Browser advisor = advisor("fr");

        assertSoftly(softly -> List.of(NEW, page(agency), page(agency) + "/verified", page(agency) + "/deletion")
                .forEach(address -> softly.assertThat(advisor.post(address, entry(agency, "name", "X"))
                                .status())
                        .as(address)
                        .isEqualTo(403)));
        assertThat(only()).isEqualTo(agency);
    }

    @Test
    void students_and_operators_reach_nothing_of_the_desk() {
        Agency agency = added("Agence Lyon 3e");
        Browser student = demo.student(Applicant.next());
        Browser operator = demo.operator();

        assertSoftly(softly -> List.of(LIST, NEW, page(agency)).forEach(address -> {
            softly.assertThat(student.get(address).status()).as(address).isEqualTo(403);
            softly.assertThat(operator.get(address).status()).as(address).isEqualTo(403);
        }));
    }

    @Test
    void a_student_with_a_token_of_their_own_changes_nothing() {
        Agency agency = added("Agence Lyon 3e");
        Browser student = demo.student(Applicant.next());
        String token = student.get("/api/csrf").json().get("token").asText();

        assertSoftly(softly -> List.of(NEW, page(agency), page(agency) + "/verified", page(agency) + "/deletion")
                .forEach(address -> {
                    Map<String, String> fields = entry(agency, "name", "X");
                    fields.put("_csrf", token);
                    softly.assertThat(student.post(address, fields).status())
                            .as(address)
                            .isEqualTo(403);
                }));
        assertThat(only()).isEqualTo(agency);
    }

    @Test
    void a_stranger_is_led_to_the_staff_sign_in() {
        assertThat(demo.browser().get(LIST).location()).isEqualTo("/staff/sign-in");
    }

    private Browser advisor(String language) {
        Browser advisor = demo.advisor();
        advisor.get("/agencies?lang=" + language);
        return advisor;
    }

    private Agency added(String name) {
        return repository.save(new Agency(
                "agency", 0, name, "12 rue de la République", "69003", "Lyon", "Lundi", LocalDate.parse("2026-01-31")));
    }

    private Agency only() {
        assertThat(repository.findAll()).hasSize(1);
        return repository.findAll().get(0);
    }

    private static String text(Reply reply) {
        return HtmlUtils.htmlUnescape(reply.body());
    }

    private static String page(Agency agency) {
        return LIST + "/" + agency.id();
    }

    private static Reply submit(Browser advisor, Agency agency, String action) {
        return advisor.post(
                page(agency) + "/" + action,
                Map.of("version", String.valueOf(agency.version()), "_csrf", advisor.csrf(page(agency))));
    }

    private static Map<String, String> entry() {
        return new HashMap<>(Map.of(
                "name", "Agence Lyon 3e",
                "street", "12 rue de la République",
                "postalCode", "69003",
                "town", "Lyon",
                "openingHours", "Du lundi au vendredi\r\nFermée le 24 décembre",
                "verifiedOn", "2026-01-31"));
    }

    private static Map<String, String> entry(String field, String typed) {
        return entry(Map.of(field, typed));
    }

    private static Map<String, String> entry(Map<String, String> changes) {
        Map<String, String> entry = entry();
        entry.putAll(changes);
        return entry;
    }

    private static Map<String, String> entry(Agency seen, String field, String typed) {
        Map<String, String> entry = entry(field, typed);
        entry.put("version", String.valueOf(seen.version()));
        return entry;
    }
}
