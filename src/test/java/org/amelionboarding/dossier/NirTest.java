package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NirTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/vectors/nir.csv",
            numLinesToSkip = 1,
            lineSeparator = "\r\n",
            ignoreLeadingAndTrailingWhitespace = false)
    void each_vector_is_judged_as_expected(String typed, String expected, String reason) {
        Optional<NirProblem> problem =
                expected.equals("ok") ? Optional.empty() : Optional.of(NirProblem.valueOf(reason.split(":")[0]));

        assertThat(Nir.check(typed)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "199012001234578, Corsica before 1976",
        "199019741112325, Reunion",
        "199019873512375, French Polynesia",
        "199010100100104, first commune of the first departement",
        "2 95 08 2a 004 001 74, lower-case letter",
        "1-9902.2b 040 001-40, separators in unusual places",
    })
    void a_number_that_is_unusual_but_genuine_is_accepted(String typed, String meaning) {
        assertThat(Nir.check(typed)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" - . ", "\u00A0\u202F"})
    void separators_alone_are_empty(String typed) {
        assertThat(Nir.check(typed)).contains(NirProblem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199012C04001183", "19901A204001183", "1990119A0400183", "2A9012A04001183", "1990\t1"})
    void letters_are_accepted_only_as_corsican_departement(String typed) {
        assertThat(Nir.check(typed)).contains(NirProblem.FORBIDDEN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199010012345678", "199019600112333", "199019740012364", "199019900012379"})
    void a_place_that_does_not_exist_is_refused(String typed) {
        assertThat(Nir.check(typed)).contains(NirProblem.PLACE);
    }

    @Test
    void order_number_000_is_refused() {
        assertThat(Nir.check("199019741100051")).contains(NirProblem.ORDER);
    }

    @Test
    void a_wrong_first_digit_is_told_before_a_wrong_length() {
        assertThat(Nir.check("06 12 34 56 78")).contains(NirProblem.SEX);
    }

    @Test
    void a_provisional_number_of_an_implausible_length_is_told_the_length() {
        assertThat(Nir.check("71691000123456")).contains(NirProblem.LENGTH);
    }

    @Test
    void a_wrong_month_is_told_before_the_key_that_it_spoils() {
        assertThat(Nir.check("298139935012320")).contains(NirProblem.MONTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2981199350123", "298119935012320", "2 98 11 99 350 123", "2 98 11 99 350 123 | 20"})
    void at_sign_in_the_key_may_be_left_out(String typed) {
        assertThat(Nir.atSignIn(typed.replace("|", ""))).contains(new Nir("2981199350123"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "298119935012321", "29811993501232", "7169100012345", "2981399350123"})
    void at_sign_in_anything_but_a_permanent_number_is_empty(String typed) {
        assertThat(Nir.atSignIn(typed)).isEmpty();
    }

    @Test
    void corsica_and_departement_19_are_different_people_with_the_same_key() {
        Nir corsica = new Nir("199012A004012");
        Nir correze = new Nir("1990119004012");

        assertThat(corsica).isNotEqualTo(correze);
        assertThat(corsica.withKey().substring(13)).isEqualTo(correze.withKey().substring(13));
    }

    @Test
    void separators_and_case_do_not_change_the_identity() {
        assertThat(Nir.of("1 99 01 2a 004 012 96")).isEqualTo(Nir.of("199012A00401296"));
    }

    @Test
    void only_order_number_and_key_are_shown() {
        assertThat(Nir.of("298119935012320")).hasToString("• •• •• •• ••• 123 20");
    }

    @Test
    void a_refusal_does_not_repeat_the_number() {
        assertThatThrownBy(() -> Nir.of("298119935012321"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NIR refused: KEY");
    }

    @Test
    void the_body_of_a_provisional_number_is_no_nir() {
        assertThatThrownBy(() -> new Nir("7169100012345"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not the body of a permanent NIR");
    }
}
