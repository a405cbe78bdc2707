package org.amelionboarding.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsmpp.bean.Alphabet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    /** Of a message that does not fit one part, each part gives up room to say which it is (GSM 03.40). */
    private static final int SEPTETS_PER_SEGMENT = 153;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    static final List<String> LANGUAGES = Languages.ALL;

    private final Texts texts = PlainTexts.create();

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(all("en").keySet()).isEqualTo(all("fr").keySet());
    }

    @Test
    void both_languages_have_the_same_placeholders() {
        assertThat(placeholders("en")).isEqualTo(placeholders("fr"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void no_apostrophe_is_eaten_in_a_text_with_placeholders(String language) {
        assertThat(keys(
                        language,
                        text -> hasPlaceholder(text)
                                && LONE_APOSTROPHE.matcher(text).find()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void no_apostrophe_is_shown_twice_in_a_text_without_placeholders(String language) {
        assertThat(keys(language, text -> !hasPlaceholder(text) && text.contains("''")))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void no_text_is_empty(String language) {
        assertThat(keys(language, String::isBlank)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_message_has_its_text(MessagePurpose purpose) {
        assertThat(all("fr")).containsKey("message." + purpose + ".text");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void every_mail_has_its_subject(MessagePurpose purpose) {
        assertThat(all("fr")).containsKey("message." + purpose + ".subject");
    }

    @ParameterizedTest
    @MethodSource("smsInBothLanguages")
    void an_sms_needs_no_character_outside_the_gsm_alphabet(MessagePurpose purpose, String language) {
        assertThat(everyMonth(purpose, language))
                .allSatisfy(
                        text -> assertThat(SmsText.of(text).alphabet()).as(text).isEqualTo(Alphabet.ALPHA_DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("smsInBothLanguages")
    void an_sms_takes_two_segments_at_most(MessagePurpose purpose, String language) {
        assertThat(everyMonth(purpose, language)).allSatisfy(text -> {
            int septets = SmsText.of(text).octets().length;
            assertThat(septets)
                    .as("%s, %s: %d septets", purpose, language, septets)
                    .isLessThanOrEqualTo(2 * SEPTETS_PER_SEGMENT);
        });
    }

    static Stream<MessagePurpose> mails() {
        return Arrays.stream(MessagePurpose.values()).filter(purpose -> purpose.channel() == Channel.EMAIL);
    }

    static Stream<Arguments> smsInBothLanguages() {
        return Arrays.stream(MessagePurpose.values())
                .filter(purpose -> purpose.channel() == Channel.SMS)
                .flatMap(purpose -> LANGUAGES.stream().map(language -> Arguments.of(purpose, language)));
    }

    /** As it reads with a code that ends in each month of the year: a name of a month can have letters of its own. */
    private List<String> everyMonth(MessagePurpose purpose, String language) {
        return Arrays.stream(Month.values())
                .map(month -> OffsetDateTime.of(2027, month.getValue(), 28, 12, 0, 0, 0, ZoneOffset.UTC))
                .map(day -> texts.date(day.toInstant(), language))
                .map(date -> texts.text(language, "message." + purpose + ".text", "01234567", date))
                .toList();
    }

    private static Map<String, Set<String>> placeholders(String language) {
        return all(language).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> placeholdersIn(text.getValue())));
    }

    private static Set<String> placeholdersIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static boolean hasPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    private static Set<String> keys(String language, Predicate<String> condition) {
        return all(language).entrySet().stream()
                .filter(text -> condition.test(text.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> all(String language) {
        Properties found = new Properties();
        try (Reader file = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/" + Texts.BASENAME + "_" + language + ".properties"), UTF_8)) {
            found.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        found.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
