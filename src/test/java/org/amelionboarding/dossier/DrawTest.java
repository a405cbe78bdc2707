package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final int DRAWS = 1_000_000;
    private static final int DIGITS = 8;

    /** Chi-squared of ten digits (nine degrees of freedom) that true chance exceeds once in 6 × 10^11 times. */
    private static final double BEYOND_CHANCE = 75;

    @Test
    void a1_a_code_has_eight_digits() {
        assertThat(Stream.generate(Draw::code).limit(1000)).allMatch(code -> code.matches("[0-9]{8}"));
    }

    @Test
    void a1_at_each_place_every_digit_is_as_likely_as_any_other() {
        int[][] found = new int[DIGITS][10];
        Stream.generate(Draw::code).limit(DRAWS).forEach(code -> count(code, found));

        assertThat(Arrays.stream(found).mapToDouble(DrawTest::chiSquared))
                .allMatch(chiSquared -> chiSquared < BEYOND_CHANCE);
    }

    private static void count(String code, int[][] found) {
        IntStream.range(0, DIGITS).forEach(place -> found[place][code.charAt(place) - '0']++);
    }

    private static double chiSquared(int... found) {
        double expected = DRAWS / 10.0;
        return Arrays.stream(found)
                .mapToDouble(times -> (times - expected) * (times - expected) / expected)
                .sum();
    }

    /** Of a million draws out of a hundred million about 4,983 repeat an earlier one; the bounds are seven deviations. */
    @Test
    void a1_codes_repeat_no_more_often_than_chance_has_it() {
        long different = Stream.generate(Draw::code).limit(DRAWS).distinct().count();

        assertThat(DRAWS - different).isBetween(4_490L, 5_480L);
    }

    @Test
    void a9_a_token_has_256_bits() {
        assertThat(Base64.getUrlDecoder().decode(Draw.token())).hasSize(32);
    }

    @Test
    void a9_no_two_tokens_are_alike() {
        assertThat(Stream.generate(Draw::token).limit(10_000)).doesNotHaveDuplicates();
    }
}
