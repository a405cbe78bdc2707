package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final List<String> numbers = Stream.generate(() -> DossierNumber.random(new SecureRandom()))
            .limit(500)
            .toList();

    @Test
    void drawn_numbers_have_the_written_form() {
        assertThat(numbers).allMatch(number -> number.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void drawn_numbers_are_valid() {
        assertThat(numbers).allMatch(DossierNumber::valid);
    }

    @Test
    void drawn_numbers_differ() {
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void no_number_with_one_wrong_character_is_valid() {
        assertThat(numbers.stream().flatMap(DossierNumberTest::withOneWrongCharacter))
                .noneMatch(DossierNumber::valid);
    }

    @Test
    void no_number_with_two_different_characters_swapped_is_valid() {
        assertThat(numbers.stream().flatMap(DossierNumberTest::withTwoSwapped)).noneMatch(DossierNumber::valid);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "00000000", "0000-000", "0000-00000", "oooo-oooo", " 0000-0000", "0000-0000\n", "٠٠٠٠-٠٠٠٠"})
    void another_form_is_not_valid(String text) {
        assertThat(DossierNumber.valid(text)).isFalse();
    }

    private static Stream<String> withOneWrongCharacter(String number) {
        return places().boxed()
                .flatMap(place -> ALPHABET.chars()
                        .filter(other -> other != number.charAt(place))
                        .mapToObj(other -> with(number, place, (char) other)));
    }

    private static Stream<String> withTwoSwapped(String number) {
        return places().boxed()
                .flatMap(first -> places().filter(
                                second -> second > first && number.charAt(first) != number.charAt(second))
                        .mapToObj(second ->
                                with(with(number, first, number.charAt(second)), second, number.charAt(first))));
    }

    private static IntStream places() {
        return IntStream.of(0, 1, 2, 3, 5, 6, 7, 8);
    }

    private static String with(String number, int place, char character) {
        return number.substring(0, place) + character + number.substring(place + 1);
    }
}
