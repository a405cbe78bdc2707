package org.amelionboarding.dossier;

import static org.amelionboarding.dossier.PasswordProblem.CONTAINS_BIRTH_DATE;
import static org.amelionboarding.dossier.PasswordProblem.CONTAINS_NIR;
import static org.amelionboarding.dossier.PasswordProblem.FORBIDDEN_CHARACTER;
import static org.amelionboarding.dossier.PasswordProblem.NO_DIGIT_OR_SPECIAL;
import static org.amelionboarding.dossier.PasswordProblem.NO_LOWERCASE;
import static org.amelionboarding.dossier.PasswordProblem.NO_UPPERCASE;
import static org.amelionboarding.dossier.PasswordProblem.TOO_LONG;
import static org.amelionboarding.dossier.PasswordProblem.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Nir NIR = Nir.of("298119935012320");
    private static final LocalDate BIRTH_DATE = LocalDate.of(1998, 11, 5);
    private static final Nir CORSICAN = Nir.of("199012A00401296");

    private final PasswordRules rules =
            new PasswordRules(Clock.fixed(Instant.parse("2026-09-01T08:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvFileSource(
            resources = "/vectors/password.csv",
            numLinesToSkip = 1,
            lineSeparator = "\r\n",
            ignoreLeadingAndTrailingWhitespace = false)
    void each_vector_is_judged_as_expected(
            String password, String nir, LocalDate birthDate, String expected, String reasons) {
        assertThat(rules.check(password, Nir.of(nir), birthDate)).isEqualTo(problems(reasons));
    }

    private static Set<PasswordProblem> problems(String reasons) {
        return reasons == null
                ? Set.of()
                : Arrays.stream(reasons.split("\\|"))
                        .map(PasswordProblem::valueOf)
                        .collect(Collectors.toSet());
    }

    @Test
    void an_empty_password_breaks_every_rule_that_asks_for_something() {
        assertThat(check("")).containsExactly(TOO_SHORT, NO_LOWERCASE, NO_UPPERCASE, NO_DIGIT_OR_SPECIAL);
    }

    @Test
    void length_counts_code_points_not_utf_16_units() {
        assertThat(check("Ab1" + "😀".repeat(47))).containsExactly(FORBIDDEN_CHARACTER);
    }

    @Test
    void fifty_one_code_points_are_too_long() {
        assertThat(check("Ab1" + "😀".repeat(48))).containsExactly(TOO_LONG, FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ab2981199350123", "Ab2.98.11.99.350.123", "Ab298119935012320z"})
    void the_nir_is_found_with_separators_and_with_its_key(String password) {
        assertThat(check(password)).containsExactly(CONTAINS_NIR, CONTAINS_BIRTH_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199012a004012zZ", "Zz-199012A004012"})
    void a_corsican_nir_is_found_in_either_case(String password) {
        assertThat(rules.check(password, CORSICAN, LocalDate.of(1970, 2, 3))).containsExactly(CONTAINS_NIR);
    }

    @Test
    void a_part_of_the_nir_that_is_no_part_of_the_birth_date_is_allowed() {
        assertThat(check("Tortue-99350123")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2005", "0307", "0703", "0705", "0507", "3705", "7305", "0573"})
    void each_usual_way_to_write_a_part_of_3_july_2005_is_refused(String part) {
        assertThat(rules.check("Tortue-" + part, NIR, LocalDate.of(2005, 7, 3))).containsExactly(CONTAINS_BIRTH_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"37", "0305", "0503", "2050", "2O05"})
    void digits_that_make_no_part_of_3_july_2005_are_allowed(String digits) {
        assertThat(rules.check("Tortue-" + digits, NIR, LocalDate.of(2005, 7, 3)))
                .isEmpty();
    }

    @Test
    void the_birth_date_held_counts_even_where_the_nir_tells_another_one() {
        assertThat(rules.check("Tortue9811!", NIR, LocalDate.of(1997, 2, 3))).isEmpty();
    }

    @Test
    void without_a_birth_date_this_year_is_a_possible_year_of_birth() {
        assertThat(rules.check("Tortue2026", new Nir("2260199350123"), null)).containsExactly(CONTAINS_BIRTH_DATE);
    }

    @Test
    void without_a_birth_date_next_year_is_not() {
        assertThat(rules.check("Tortue2027", new Nir("2270199350123"), null)).isEmpty();
    }

    private Set<PasswordProblem> check(String password) {
        return rules.check(password, NIR, BIRTH_DATE);
    }
}
