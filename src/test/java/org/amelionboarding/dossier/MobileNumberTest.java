package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "06.12.34.56.78, +33612345678",
        "07-56-78-90-12, +33756789012",
        "+33 (0)6 12 34 56 78, +33612345678",
        "\u202A+33 6 12 34 56 78\u202C, +33612345678",
        "0033612345678, +33612345678",
        "06\u00A012\u202F34 56 78, +33612345678",
        "0692 12 34 56, +262692123456",
        "0690 30 12 34, +590690301234",
        "+687 75 12 34, +687751234",
        "+86 139 1234 5678, +8613912345678",
        "+212 650-123456, +212650123456",
        "+1 415 555 2671, +14155552671",
    })
    void a_mobile_number_is_understood_as_people_write_it(String typed, String e164) {
        assertThat(MobileNumber.of(typed).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00A0"})
    void nothing_is_empty(String typed) {
        assertThat(MobileNumber.check(typed)).contains(MobileProblem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 12 34 56",
                "06 12 34 56 78 9",
                "+33 99",
                "3646",
                "+999 123456789",
                "06 12 34 56 78 ext 3",
                "06 12 34 56 78 #3",
                "+33 6 FLOWERS",
                "anna@gmail.com",
                "-"
            })
    void a_number_of_no_numbering_plan_is_malformed(String typed) {
        assertThat(MobileNumber.check(typed)).contains(MobileProblem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 42 34 56 78", "09 72 12 34 56", "0800 12 34 56", "0899 12 34 56", "+86 10 1234 5678"})
    void a_number_that_takes_no_sms_is_not_mobile(String typed) {
        assertThat(MobileNumber.check(typed)).contains(MobileProblem.NOT_MOBILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33612345678", "+262692123456", "+590690301234", "+594694201234", "+687751234"})
    void mainland_and_overseas_numbers_are_french(String e164) {
        assertThat(new MobileNumber(e164).french()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613912345678", "+14155552671", "+32470123456"})
    void other_numbers_are_not(String e164) {
        assertThat(new MobileNumber(e164).french()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"+33612345612, +33 6 •• •• •• 12", "+8613912345678, +86 1•• •••• ••78"})
    void only_country_first_digit_and_last_two_digits_are_shown(String e164, String shown) {
        assertThat(new MobileNumber(e164)).hasToString(shown);
    }

    @Test
    void a_refusal_does_not_repeat_the_number() {
        assertThatThrownBy(() -> MobileNumber.of("01 42 34 56 78"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mobile number refused: NOT_MOBILE");
    }

    @Test
    void a_stored_number_is_read_back_even_if_its_numbering_plan_has_changed() {
        assertThat(new MobileNumber("+33399999999").masked()).endsWith("99");
    }

    @Test
    void a_number_that_is_not_in_its_international_form_cannot_be_made() {
        assertThatThrownBy(() -> new MobileNumber("0612345678"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an E.164 number");
    }
}
