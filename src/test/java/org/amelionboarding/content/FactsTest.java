package org.amelionboarding.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.amelionboarding.Defaults;
import org.amelionboarding.content.Facts.Shown;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.PlainTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that advisors can correct while the application runs. */
class FactsTest {

    static final List<String> LANGUAGES = Languages.ALL;

    private static final String GOOD = """
            # As the doctors' association says
            declare-gp.visit = Une consultation coûte 31 €.
            declare-gp.visit.verified-on = 2027-02-01
            """;

    @TempDir
    Path folder;

    private int saved;

    @Test
    void both_languages_have_the_same_facts_in_the_same_order() {
        assertThat(names("en")).isEqualTo(names("fr"));
    }

    private static List<String> names(String language) {
        return Facts.shipped(language).stream()
                .map(fact -> fact.item() + "." + fact.name() + " " + fact.link())
                .toList();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_form_of_the_profile_has_facts(String language) {
        assertThat(facts().all(language))
                .containsOnlyKeys(Arrays.stream(ProfileItem.values())
                        .map(ProfileItem::form)
                        .toList());
    }

    @Test
    void what_ships_is_shown_while_there_is_no_file() {
        assertThat(visit(facts()).text()).contains("30 €");
    }

    @Test
    void a_file_of_the_same_name_replaces_what_ships() throws IOException {
        save(GOOD);

        assertThat(facts().all("fr")).containsOnlyKeys("declare-gp");
        assertThat(visit(facts()).text()).isEqualTo("Une consultation coûte 31 €.");
    }

    @Test
    void the_other_language_stays_as_it_is() throws IOException {
        save(GOOD);

        assertThat(facts().find("en", "declare-gp", "visit"))
                .get()
                .extracting(Shown::text)
                .asString()
                .contains("€30");
    }

    @Test
    void a_change_counts_without_a_restart() throws IOException {
        Facts facts = facts();
        save(GOOD);
        assertThat(visit(facts).text()).contains("31 €");

        save(GOOD.replace("31", "32"));

        assertThat(visit(facts).text()).contains("32 €");
    }

    @Test
    void without_the_file_what_ships_is_back() throws IOException {
        Facts facts = facts();
        save(GOOD);
        assertThat(visit(facts).text()).contains("31 €");

        Files.delete(file());

        assertThat(visit(facts).text()).contains("30 €");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "declare-gp.visit = 32 €",
                "declare-gp.visit =\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-gp.visit = 32 €\ndeclare-gp.visit.verified-on = 1/2/2027",
                "declare-gp.visit = 32 €\ndeclare-gp.visit.verified-on = 2027-02-30",
                "declare-gp.visit = <b>32 €</b>\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-gp.visit = {{constructor.constructor('x')()}}\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-gp.visit = \\u007b{1}}\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-gp.visit = \\u003cscript>\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-gp.visit = 32 €\ndeclare-gp.visit.verified-on = 2027-02-01\ndeclare-gp.visit.link = javascript:1",
                "declare-gp.visit = 32 €\ndeclare-gp.visit.verified-on = 2027-02-01\ndeclare-gp.visit.link = http://a.fr",
                "declare-gp.visit = 32 €\ndeclare-gp.visit.verified-on = 2027-02-01\ndeclare-gp.visit.link = see a.fr",
                "declare-gp.visit = 32 €\ndeclare-gp.visit = 33 €\ndeclare-gp.visit.verified-on = 2027-02-01",
                "declare-dentist.visit = 32 €\ndeclare-dentist.visit.verified-on = 2027-02-01",
                "declare-gp.visit.price = 32 €",
                "32 €",
                "declare-gp.visit = \\u12"
            })
    void a_broken_file_leaves_what_was_good(String broken) throws IOException {
        Facts facts = facts();
        save(GOOD);
        assertThat(visit(facts).text()).contains("31 €");

        save(broken);

        assertThat(visit(facts).text()).contains("31 €");
    }

    @Test
    void a_file_that_was_broken_from_the_beginning_leaves_what_ships() throws IOException {
        save("nonsense");

        assertThat(visit(facts()).text()).contains("30 €");
    }

    @Test
    void a_file_in_another_encoding_is_broken() throws IOException {
        Files.write(file(), GOOD.replace("€", "é").getBytes(ISO_8859_1));

        assertThat(visit(facts()).text()).contains("30 €");
    }

    @Test
    void a_huge_file_is_not_read() throws IOException {
        save(GOOD + "#".repeat(100_000));

        assertThat(visit(facts()).text()).contains("30 €");
    }

    @Test
    void a_byte_order_mark_does_no_harm() throws IOException {
        save("\uFEFF" + GOOD.substring(GOOD.indexOf("declare")));

        assertThat(visit(facts()).text()).contains("31 €");
    }

    @Test
    void the_log_tells_the_editor_what_is_wrong() {
        assertThatThrownBy(() -> FactFile.read("declare-gp.visit = 32 €"))
                .hasMessage("declare-gp.visit: verified-on is no day");
    }

    /** 180 days are over on 31 July; a day to come is a slip of the pen. */
    @ParameterizedTest
    @CsvSource({
        "2027-01-31T12:00:00Z, vérifié le 1 février 2027 : à vérifier avant de vous y fier",
        "2027-02-01T12:00:00Z, vérifié le 1 février 2027",
        "2027-07-31T12:00:00Z, vérifié le 1 février 2027",
        "2027-08-01T12:00:00Z, vérifié le 1 février 2027 : à vérifier avant de vous y fier"
    })
    void an_old_fact_says_that_it_is_to_be_verified(Instant now, String verification) throws IOException {
        save(GOOD);

        assertThat(visit(facts(now)).verification().replace('\u00a0', ' ')).isEqualTo(verification);
    }

    private Shown visit(Facts facts) {
        Shown shown = facts.find("fr", "declare-gp", "visit").orElseThrow();
        return new Shown(shown.text().replace('\u00a0', ' '), shown.link(), shown.verification());
    }

    private Facts facts() {
        return facts(Instant.parse("2027-03-01T09:00:00Z"));
    }

    private Facts facts(Instant now) {
        return new Facts(
                new ContentSettings(folder, Duration.ofDays(180)),
                Defaults.settings(),
                PlainTexts.create(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Each time a second later, as by hand. */
    private void save(String content) throws IOException {
        Files.writeString(file(), content);
        Files.setLastModifiedTime(
                file(), FileTime.from(Instant.parse("2027-03-01T08:00:00Z").plusSeconds(saved++)));
    }

    private Path file() {
        return folder.resolve("facts_fr.properties");
    }
}
