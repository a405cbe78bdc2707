package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.amelionboarding.Students;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class DossiersTest {

    private static final String EMAIL = "zofia@mailbox.example";
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_opened_dossier_is_found_by_its_number() {
        Dossier opened = dossiers.open(CodeRequests.fresh());

        assertThat(dossiers.of(opened.number()))
                .usingRecursiveComparison()
                .ignoringFields("requestedAt")
                .isEqualTo(opened);
    }

    @Test
    void the_number_of_a_dossier_keeps_out_typing_errors() {
        assertThat(DossierNumber.valid(dossiers.open(CodeRequests.fresh()).number()))
                .isTrue();
    }

    @Test
    void an_opened_dossier_is_found_by_the_nir() {
        Nir nir = Nir.of(Students.freshNir());

        Dossier opened = dossiers.open(CodeRequests.of(nir));

        assertThat(dossiers.find(nir)).map(Dossier::number).contains(opened.number());
    }

    @Test
    void nothing_is_found_by_an_unknown_nir() {
        assertThat(dossiers.find(Nir.of(Students.freshNir()))).isEmpty();
    }

    @Test
    void nobody_has_two_dossiers() {
        CodeRequest request = CodeRequests.fresh();
        dossiers.open(request);

        assertThatExceptionOfType(DbActionExecutionException.class)
                .isThrownBy(() -> dossiers.open(request))
                .withCauseInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void nothing_personal_stands_clear_in_the_row() {
        String number = complete();
        Dossier dossier = dossiers.of(number);

        assertThat(clearText(number))
                .doesNotContain(dossier.nir().body(), CodeRequests.MOBILE, CodeRequests.FAMILY_NAME, EMAIL);
    }

    @Test
    void all_that_was_changed_is_kept() {
        String number = complete();

        assertThat(dossiers.of(number).email()).isEqualTo(PersonalEmail.of(EMAIL));
    }

    @Test
    void the_first_sign_in_has_none_before_it() {
        String number = dossiers.open(CodeRequests.fresh()).number();

        dossiers.signedIn(number);

        assertThat(dossiers.of(number).previousSignedInAt()).isNull();
    }

    @Test
    void the_sign_in_before_the_last_one_is_remembered() {
        String number = dossiers.open(CodeRequests.fresh()).number();
        dossiers.signedIn(number);
        Object first = row(number).get("SIGNED_IN_AT");

        dossiers.signedIn(number);

        assertThat(row(number)).containsEntry("PREVIOUS_SIGNED_IN_AT", first);
        assertThat(dossiers.of(number).previousSignedInAt()).isNotNull();
    }

    @Test
    void a_change_that_began_before_a_sign_in_does_not_undo_it() {
        String number = dossiers.open(CodeRequests.fresh()).number();

        dossiers.change(number, dossier -> {
            dossiers.signedIn(number);
            dossier.acceptTerms(NOW);
        });

        assertThat(row(number).get("SIGNED_IN_AT")).isNotNull();
    }

    @Test
    void a_closed_dossier_keeps_nothing_personal() {
        String number = complete();

        dossiers.close(number, Closure.CANCELLED_BY_STUDENT);

        assertThat(row(number))
                .extractingByKeys("NIR", "IDENTITY", "MOBILE", "EMAIL", "PASSWORD_HASH")
                .containsOnlyNulls();
    }

    @Test
    void a_closed_dossier_says_why() {
        String number = complete();

        dossiers.close(number, Closure.CANCELLED_BY_STUDENT);

        assertThat(dossiers.of(number).closure()).isEqualTo(Closure.CANCELLED_BY_STUDENT);
    }

    @Test
    void the_nir_of_a_closed_dossier_is_free_again() {
        CodeRequest request = CodeRequests.fresh();
        dossiers.close(dossiers.open(request).number(), Closure.PREREQUISITES_MISSING);

        assertThat(dossiers.open(request).isClosed()).isFalse();
    }

    @Test
    void of_two_changes_at_the_same_time_one_fails() {
        String number = dossiers.open(CodeRequests.fresh()).number();

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        dossiers.change(number, first -> dossiers.change(number, second -> second.acceptTerms(NOW))));
    }

    @Test
    void a_failed_change_quotes_nothing_personal() {
        CodeRequest request = CodeRequests.fresh();
        dossiers.open(request);

        assertThat(Throwables.getStackTrace(catchThrowable(() -> dossiers.open(request))))
                .doesNotContain(request.nir().body(), CodeRequests.MOBILE, CodeRequests.FAMILY_NAME);
    }

    /** A dossier that holds all that a student can give. */
    private String complete() {
        String number = dossiers.open(CodeRequests.fresh()).number();
        dossiers.change(number, dossier -> {
            dossier.choosePassword("$argon2id$", NOW);
            dossier.giveContactDetails(PersonalEmail.of(EMAIL), null, NOW);
        });
        return number;
    }

    private Map<String, Object> row(String number) {
        return jdbc.sql("select * from dossier where number = ?")
                .param(number)
                .query()
                .singleRow();
    }

    private String clearText(String number) {
        return row(number).values().stream()
                .map(value -> value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value))
                .collect(Collectors.joining("\n"));
    }
}
