package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRulesTest {

    private final EmailRules rules = new EmailRules(List.of("univ-*.fr", "ucly.fr", "*.edu", "*.ac.*", "etu.*"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@gmail.com",
                "anna.li+ameli@qq.com",
                "o'brien_7@mail.example.co.uk",
                " anna@gmail.com\u00A0",
                "\u200Banna@gmail.com",
                "anna@bücher.de",
                "anna@xn--bcher-kva.de",
                "anna@почта.рф"
            })
    void a_personal_address_is_accepted(String typed) {
        assertThat(rules.check(typed)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00A0"})
    void nothing_is_empty(String typed) {
        assertThat(rules.check(typed)).contains(EmailProblem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna@",
                "@gmail.com",
                "anna@localhost",
                "anna@gmail..com",
                "anna@gmail.com.",
                "anna@-gmail.com",
                "anna@gm_ail.com",
                "anna@127.0.0.1",
                "anna@[127.0.0.1]",
                ".anna@gmail.com",
                "anna.@gmail.com",
                "an..na@gmail.com",
                "an na@gmail.com",
                "anna@zoe@gmail.com",
                "ànna@gmail.com",
                "Anna <anna@gmail.com>",
                "<anna@gmail.com>",
                "anna@gmail.com (Anna)",
                "anna@gmail.com,zoe@gmail.com",
                "list:anna@gmail.com;",
                "mailto:anna@gmail.com"
            })
    void anything_but_one_deliverable_address_is_malformed(String typed) {
        assertThat(rules.check(typed)).contains(EmailProblem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@gmail.com\r\nBcc: zoe@gmail.com", "an\u0000na@gmail.com", "anna@gm\tail.com"})
    void control_characters_are_malformed(String typed) {
        assertThat(rules.check(typed)).contains(EmailProblem.MALFORMED);
    }

    @Test
    void sixty_five_characters_before_the_at_sign_are_too_long() {
        assertThat(rules.check("a".repeat(65) + "@gmail.com")).contains(EmailProblem.TOO_LONG);
    }

    @Test
    void two_hundred_and_fifty_five_characters_are_too_long() {
        assertThat(rules.check("anna@" + "a.".repeat(123) + "info")).contains(EmailProblem.TOO_LONG);
    }

    @Test
    void a_megabyte_of_blanks_is_refused() {
        assertThat(rules.check("anna" + " ".repeat(1_000_000) + "@gmail.com")).isPresent();
    }

    @Test
    void two_hundred_and_fifty_four_characters_are_accepted() {
        assertThat(rules.check("anna@" + "a.".repeat(123) + "com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@univ-lyon2.fr",
                "anna@etu.univ-lyon2.fr",
                "anna@mail.etu.univ-lyon2.fr",
                "Anna@ETU.UNIV-LYON2.FR",
                "anna@ucly.fr",
                "anna@mail.ucly.fr",
                "anna@mit.edu",
                "anna@cs.mit.edu",
                "anna@ox.ac.uk",
                "anna@maths.ox.ac.uk",
                "anna@etu.unistra.fr"
            })
    void an_address_of_a_university_or_of_one_of_its_parts_is_refused(String typed) {
        assertThat(rules.check(typed)).contains(EmailProblem.UNIVERSITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@notucly.fr",
                "anna@ucly.fr.example.com",
                "anna@univ.fr",
                "univ-lyon2.fr@gmail.com",
                "anna@education.fr",
                "anna@acme.uk",
                "anna@my-etu.fr",
                "anna@uclyxfr.com"
            })
    void a_domain_that_only_resembles_a_universitys_is_accepted(String typed) {
        assertThat(rules.check(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna.Li@GMail.COM, Anna.Li@gmail.com",
        "anna@BÜCHER.de, anna@xn--bcher-kva.de",
        "' anna@gmail.com ', anna@gmail.com"
    })
    void an_address_is_kept_with_its_local_part_as_typed_and_its_domain_normalised(String typed, String kept) {
        assertThat(PersonalEmail.of(typed).address()).isEqualTo(kept);
    }

    @Test
    void only_the_first_letter_and_the_domain_are_shown() {
        assertThat(PersonalEmail.of("anna.li@gmail.com")).hasToString("a•••@gmail.com");
    }

    @Test
    void a_refusal_does_not_repeat_the_address() {
        assertThatThrownBy(() -> PersonalEmail.of("anna@localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Malformed e-mail address")
                .hasNoCause();
    }
}
