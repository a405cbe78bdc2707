package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.amelionboarding.Students;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class NameIndexTest {

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private NameIndex names;

    @Autowired
    private NameIndexFill fill;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "Lefèvre, lefevre",
        "LEFEVRE, lefevre",
        "Nguyễn, nguyen",
        "Żółćiński, zolcinski",
        "Ærøskøbing, aeroskobing",
        "Strauß, strauss",
        "Đặng, dang"
    })
    void accents_and_case_do_not_count(String typed, String word) {
        assertThat(NameWords.of(typed)).containsExactly(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saint-Exupéry d’Arc", "saint exupery D'ARC", "  Arc--d , exupery (saint) "})
    void hyphens_apostrophes_order_and_other_signs_do_not_count(String typed) {
        assertThat(NameWords.of(typed)).containsExactly("arc", "d", "exupery", "saint");
    }

    @Test
    void letters_of_other_scripts_are_letters() {
        assertThat(NameWords.of("李 小龍")).containsExactly("小龍", "李");
    }

    @Test
    void a_word_begins_with_three_letters_at_least() {
        assertThat(NameWords.withBeginnings("maria")).containsExactlyInAnyOrder("mar", "mari", "maria");
    }

    @Test
    void a_short_word_has_no_beginnings() {
        assertThat(NameWords.withBeginnings("li")).containsExactly("li");
    }

    @Test
    void an_opened_dossier_is_indexed_by_all_its_names() {
        String dossier = open("Ruiz", "Ana");

        assertThat(digests(dossier)).containsExactlyInAnyOrderElementsOf(names.digests("rui ruiz ana"));
    }

    @Test
    void a_digest_is_not_the_hash_of_its_word_and_differs_from_those_of_other_purposes() {
        assertThat(names.digests("ana"))
                .singleElement()
                .satisfies(digest -> assertThat(digest).doesNotContain("ana").hasSizeGreaterThanOrEqualTo(64));
    }

    @Test
    void nothing_is_left_of_a_closed_dossier() {
        String dossier = open("Ruiz", "Ana");

        dossiers.close(dossier, Closure.ABANDONED);

        assertThat(digests(dossier)).isEmpty();
    }

    @Test
    void dossiers_that_are_older_than_the_index_are_taken_into_it_at_the_start() {
        String dossier = open("Ruiz", "Ana");
        names.erase(dossier);

        fill.fill();

        assertThat(digests(dossier)).containsExactlyInAnyOrderElementsOf(names.digests("rui ruiz ana"));
    }

    @Test
    void the_start_takes_in_no_closed_dossier() {
        String dossier = open("Ruiz", "Ana");
        dossiers.close(dossier, Closure.ABANDONED);

        fill.fill();

        assertThat(digests(dossier)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ruiz, Ana, A••• R•••",
        "de la Cruz, María José, M••• J••• D••• L••• C•••",
        "O’Brien-Ægir, Éa, É••• O•••’B•••-Æ•••"
    })
    void of_a_name_first_letters_are_shown(String familyName, String givenNames, String shown) {
        assertThat(new Identity(familyName, givenNames, LocalDate.EPOCH).masked())
                .isEqualTo(shown);
    }

    private String open(String familyName, String givenNames) {
        CodeRequest any = CodeRequests.of(Nir.of(Students.freshNir()));
        return dossiers.open(new CodeRequest(
                        any.nir(),
                        null,
                        new Identity(familyName, givenNames, LocalDate.of(2003, 7, 14)),
                        any.mobile(),
                        "fr",
                        any.channel(),
                        true,
                        true))
                .number();
    }

    private List<String> digests(String dossier) {
        return jdbc.sql("select digest from dossier_name where dossier = ?")
                .param(dossier)
                .query(String.class)
                .list();
    }
}
