package org.amelionboarding.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Holding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** GDPR art. 15: the copy tells all that is held, and nothing that opens anything. */
class PersonalDataTest extends RetentionTest {

    @Autowired
    PersonalData data;

    @Autowired
    RetentionLog log;

    @Autowired
    List<Holding> holdings;

    @Autowired
    ObjectMapper json;

    private String text(String dossier) {
        return new String(data.copy(dossier, "advisor").orElseThrow(), StandardCharsets.UTF_8);
    }

    private JsonNode copy(String dossier) throws IOException {
        return json.readTree(text(dossier));
    }

    @Test
    void all_that_was_given_is_in_the_copy() {
        String dossier = fullAccount();

        assertThat(text(dossier))
                .contains(dossiers.of(dossier).nir().withKey(), "Kowalska", "Zofia Maria", "2003-07-14")
                .contains("+33612345678", Students.emailOf(dossier))
                .contains("Maternité", QUESTION, "Oui, entièrement.")
                .contains("LOST", "2027-02-27", LOSS_QUESTION)
                .contains(STREET, "69002", "2027-06-01", "ORDER_CEAM")
                .contains(STATEMENT, "48317.42");
    }

    @Test
    void each_kind_of_thing_stands_under_its_name() throws IOException {
        JsonNode copy = copy(fullAccount());

        assertThat(holdings)
                .allMatch(holding -> copy.hasNonNull(holding.name())
                        && !copy.get(holding.name()).isEmpty());
        assertThat(copy.at("/dossier/requestedThrough").asText()).isEqualTo("PHONE_3646");
        assertThat(copy.at("/moments/activated_at").asText())
                .isEqualTo(time.now().toString());
    }

    @Test
    void the_history_is_told_in_the_words_of_the_models() throws IOException {
        JsonNode copy = copy(activeAccount());

        assertThat(copy.get("processes").findValuesAsText("process"))
                .contains("Account creation", "Email verification", "Profile completion");
        assertThat(copy.get("processes").findValuesAsText("step"))
                .contains("Choose password (1/3)", "Activate account");
    }

    @Test
    void a_message_is_told_by_its_subject_without_code_or_link() throws IOException {
        String dossier = activeAccount();

        JsonNode messages = copy(dossier).get("messages");

        assertThat(messages.findValuesAsText("subject")).contains("Votre compte ameli est actif");
        assertThat(messages.toString()).doesNotContain(mailbag.token(dossier), mailbag.provisionalCode(dossier));
    }

    @Test
    void no_secret_is_in_the_copy() {
        String dossier = fullAccount();
        List<String> secrets = jdbc.queryForList(
                "select digest from one_time_secret where dossier = ? union select digest from device where dossier = ?"
                        + " union select stop_digest from profile where dossier = ?"
                        + " union select password_hash from dossier where number = ?",
                String.class,
                dossier,
                dossier,
                dossier,
                dossier);

        assertThat(secrets).hasSizeGreaterThan(4);
        assertThat(text(dossier))
                .doesNotContain(secrets)
                .doesNotContain("argon2", "digest", "sealed", mailbag.token(dossier), mailbag.provisionalCode(dossier))
                .doesNotContain(Students.PASSWORD, profiles.stopToken(dossier));
    }

    @Test
    void nobody_elses_data_are_in_the_copy() {
        String other = activeAccount();

        assertThat(text(fullAccount())).doesNotContain(other, Students.emailOf(other));
    }

    @Test
    void of_an_erased_dossier_only_dates_are_told() throws IOException {
        String dossier = students.requestCode();
        students.cancel(dossier);

        JsonNode copy = copy(dossier);

        assertThat(copy.at("/identity/nir").isNull()).isTrue();
        assertThat(copy.at("/identity/familyName").isMissingNode()).isTrue();
        assertThat(copy.at("/dossier/closure").asText()).isEqualTo("CANCELLED_BY_STUDENT");
    }

    @Test
    void each_copy_is_noted() {
        String dossier = activeAccount();

        text(dossier);

        assertThat(log.page(0)).contains(new RetentionLog.Entry(time.now(), Act.COPY, 1, "advisor", dossier, null));
    }

    @Test
    void of_an_unknown_dossier_there_is_none() {
        assertThat(data.copy("2222-2222", "advisor")).isEmpty();
    }
}
