package org.amelionboarding.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What everybody reads about the agencies. */
@RunningDemo
class AgencyPagesTest {

    private static final LocalDate VERIFIED = LocalDate.parse("2027-08-02");
    private static final Instant TWO_DAYS_LATER = Instant.parse("2027-08-04T10:00:00Z");

    @Autowired
    private Demo demo;

    @Autowired
    private AgencyRepository repository;

    @BeforeEach
    void the_list_is_empty_and_the_clock_stands() {
        repository.deleteAll();
        stopAt(TWO_DAYS_LATER);
    }

    @AfterEach
    void backToTheRealTime() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"fr, Vérifié le, 2 août 2027", "en, Verified on, 2 August 2027"})
    void an_agency_is_shown_with_address_hours_and_the_day_of_its_verification(
            String language, String label, String day) {
        keep("1", "Agence Lyon 3e", "Lyon");

        assertThat(demo.browser().get("/agencies?lang=" + language).body())
                .contains("Agence Lyon 3e", "12 rue de la République", "69003 Lyon", "Lundi\nMardi", label, day)
                .doesNotContain("??");
    }

    @Test
    void agencies_stand_under_their_town_in_alphabetical_order() {
        keep("1", "Zola", "Villeurbanne");
        keep("2", "Part-Dieu", "Lyon");
        keep("3", "État", "LYON");
        keep("4", "Écully", "Écully");

        assertThat(demo.browser().get("/agencies").body())
                .containsSubsequence("Écully</h2>", "</h2>", ">État</h3>", ">Part-Dieu</h3>", "Villeurbanne</h2>")
                .containsOnlyOnce("Villeurbanne</h2>");
        assertThat(demo.browser().get("/agencies").body().split("<h2", -1)).hasSize(4);
    }

    @Test
    void a_reader_is_warned_of_what_was_verified_more_than_180_days_ago() {
        keep("1", "Agence Lyon 3e", "Lyon");

        stopAt(TWO_DAYS_LATER.plus(Duration.ofDays(179)));

        assertThat(demo.browser().get("/agencies?lang=fr").body()).contains("Vérifiez-les sur ameli.fr ou au 3646");
        assertThat(demo.browser().get("/agencies?lang=en").body()).contains("Check it on ameli.fr or on 3646");
    }

    @Test
    void a_reader_is_not_warned_on_the_180th_day() {
        keep("1", "Agence Lyon 3e", "Lyon");

        stopAt(TWO_DAYS_LATER.plus(Duration.ofDays(178)));

        assertThat(demo.browser().get("/agencies?lang=fr").body()).doesNotContain("Vérifiez-les");
    }

    @ParameterizedTest
    @CsvSource({"fr, par téléphone au 3646", "en, by telephone on 3646"})
    void an_empty_list_sends_to_the_telephone(String language, String words) {
        assertThat(demo.browser().get("/agencies?lang=" + language).body()).contains(words);
    }

    @Test
    void an_advisor_finds_the_way_to_edit_the_list() {
        assertThat(demo.advisor().get("/agencies").body()).contains("href=\"/desk/agencies\"");
    }

    @Test
    void a_stranger_and_a_student_are_not_offered_to_edit_the_list() {
        Browser student = demo.student(Applicant.next());

        assertThat(demo.browser().get("/agencies").body()).doesNotContain("/desk/");
        assertThat(student.get("/agencies").status()).isEqualTo(200);
        assertThat(student.get("/agencies").body()).doesNotContain("/desk/");
    }

    @ParameterizedTest
    @CsvSource({"/sign-in", "/new-code"})
    void the_pages_that_tell_how_to_get_a_code_lead_to_the_list(String page) {
        assertThat(demo.browser().get(page).body()).contains("href=\"/agencies\"");
    }

    @Test
    void the_page_for_who_has_no_code_shows_the_list_itself() {
        keep("a", "Part-Dieu", "Lyon");

        assertThat(demo.browser().get("/new-code").body()).contains(">Part-Dieu</h3>", "12 rue de la République");
    }

    private void keep(String id, String name, String town) {
        repository.save(new Agency(id, 0, name, "12 rue de la République", "69003", town, "Lundi\nMardi", VERIFIED));
    }

    private static void stopAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }
}
