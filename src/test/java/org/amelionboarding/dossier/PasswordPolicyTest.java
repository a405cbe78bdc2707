package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final Nir NIR = Nir.of("298119935012320");
    private static final LocalDate BIRTH_DATE = LocalDate.of(1998, 11, 5);
    private static final List<String> PERSONAL_WORDS = List.of("Lefèvre-Nguyen", "Zoé Li", "zoe.lefevre98");

    private static final PasswordPolicy POLICY = new PasswordPolicy(Clock.systemUTC());

    @ParameterizedTest
    @CsvFileSource(
            resources = "/vectors/password.csv",
            numLinesToSkip = 1,
            lineSeparator = "\r\n",
            ignoreLeadingAndTrailingWhitespace = false)
    void a_password_within_the_rules_is_accepted_unless_it_is_too_common(
            String password, String nir, LocalDate birthDate, String expected, String reasons, String note) {
        boolean accepted = expected.equals("ok") && !note.contains("blocklist layer");

        assertThat(POLICY.verdict(password, Nir.of(nir), birthDate, List.of()).accepted())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password1", "Azerty123!", "!Password1!", "P@ssw0rd", "Abcdefg1"})
    void a_listed_password_is_too_common(String password) {
        assertThat(verdict(password).reasons()).containsExactly(PasswordProblem.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Camunda1", "2027Vitale!", "AssuranceMaladie1", "Securite-Sociale", "Motdepasse(2027)"})
    void a_context_word_with_a_little_around_it_is_too_common(String password) {
        assertThat(verdict(password).reasons()).containsExactly(PasswordProblem.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lefevre1!", "ZoeLefevre!", "7Nguyen-Zoe", "LiZoe2027", "Ameli-Zoe1"})
    void a_name_of_the_student_with_a_little_around_it_is_too_common(String password) {
        assertThat(verdict(password).reasons()).containsExactly(PasswordProblem.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-Tortue-7-danse", "Zoe7mange9pommes", "Ameli:4+73=9?6(2", "Amelie-Vitalis7"})
    void a_context_word_within_more_is_accepted(String password) {
        assertThat(verdict(password).reasons()).isEmpty();
    }

    @Test
    void the_list_is_only_asked_about_passwords_within_the_rules() {
        assertThat(verdict("password1").reasons()).containsExactly(PasswordProblem.NO_UPPERCASE);
    }

    @Test
    void a_password_that_is_too_common_has_no_strength() {
        assertThat(verdict("AssuranceMaladie1").strength()).isZero();
    }

    @Test
    void a_long_phrase_is_strong() {
        assertThat(verdict("Bleu-tortue-7-danse").strength()).isEqualTo(4);
    }

    @Test
    void a_repeated_letter_is_weak() {
        assertThat(verdict("Aaaaaaaaaa1").strength()).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "A1!7/", "password", "€"})
    void ten_thousand_characters_get_an_answer(String part) {
        assertThat(verdict(part.repeat(10_000 / part.length())).reasons()).contains(PasswordProblem.TOO_LONG);
    }

    private static PasswordVerdict verdict(String password) {
        return POLICY.verdict(password, NIR, BIRTH_DATE, PERSONAL_WORDS);
    }
}
