package org.amelionboarding.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amelionboarding.dossier.FunnelStep;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.ProfileStanding;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Message;
import org.amelionboarding.retention.Act;
import org.amelionboarding.retention.ErasureReason;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Forms and pages say nothing of their own: all that people read is in the text files. */
class ScreenTextsTest {

    private static final String SCRIPTS = "META-INF/resources/webjars/camunda/app/tasklist/scripts/*.js";
    private static final Pattern TEXT_OF_FORM = Pattern.compile("data-(?:text|label)=\"([^\"]*)\"");
    private static final Pattern TEXT_OF_SCRIPT = Pattern.compile("say\\('([^']*)'[,)]");
    private static final Pattern TEXT_OF_PAGE = Pattern.compile("#\\{([\\w.-]+)|\\.msg\\('([^']*)'\\)");
    private static final Pattern TEXT_MADE_UP_IN_PAGE =
            Pattern.compile("#\\{\\$\\{'([^']*)' \\+ ([\\w.]+)(?: \\+ '([^']*)')?}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final List<String> ATTRIBUTES_READ_OUT =
            List.of("alt", "title", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription");

    /** What the variables in the keys of the pages can be. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("state", names(EmailConfirmation.State.values())),
            Map.entry("shown", List.of("OVER", "CLAIMED")),
            Map.entry("fact", List.of("dossier", "familyName", "givenNames", "birthDate", "maskedNir")),
            Map.entry("order", names(CardOrderProgress.State.values())),
            Map.entry("reminders", names(StopReminders.State.values())),
            Map.entry("link", names(NewPassword.State.values())),
            Map.entry("code", List.of("400", "403", "404", "429", "500", "503")),
            Map.entry("outcome", List.of("BLOCKED", "EXPIRED_CODE", "USED_CODE", "PASSWORD_CHOSEN")),
            Map.entry("reason", List.of("SIGNED_OUT", "CANCELLED", "EVERYWHERE")),
            Map.entry("part", List.of("sex", "year", "month", "department", "place", "order", "key")),
            Map.entry("refusal", List.of("EMPTY", "WRONG", "WAIT")),
            Map.entry("notErased", List.of("REASON", "OUTRUN")),
            Map.entry("erasureReason", names(ErasureReason.values())),
            Map.entry("act", names(Act.values())),
            Map.entry(
                    "kind.key",
                    List.of(
                            "account",
                            "closed",
                            "message",
                            "secret",
                            "contact",
                            "card-order",
                            "reimbursement",
                            "attestation",
                            "device")),
            Map.entry(
                    "column",
                    List.of(
                            "nir",
                            "familyName",
                            "givenNames",
                            "birthDate",
                            "mobile",
                            "language",
                            "registrationFinalised",
                            "carteVitaleReceived")),
            Map.entry("message.channel", names(Channel.values())),
            Map.entry("channel.channel", names(Channel.values())),
            Map.entry("detail", names(Channel.values())),
            Map.entry("why", List.of("INCIDENT", "LOCKED", "UNDELIVERABLE", "ADVISOR_TASK", "NO_ACTION")),
            Map.entry("cause.reason", List.of("INCIDENT", "LOCKED", "NO_ACTION")),
            Map.entry(
                    "form",
                    List.of(
                            "hand-over-code",
                            "correct-email",
                            "release-locked-student",
                            "call-student",
                            "answer-contact",
                            "review-card-order")),
            Map.entry(
                    "dossier.standing",
                    List.of(
                            "CODE_ON_ITS_WAY",
                            "SIGN_IN",
                            "WAIT_FOR_NUMBER",
                            "WAIT_FOR_CARD",
                            "CHOOSE_PASSWORD",
                            "ACCEPT_TERMS",
                            "GIVE_DETAILS",
                            "CONFIRM_EMAIL",
                            "ACTIVE",
                            "PROFILE_COMPLETE",
                            "CLOSED")),
            Map.entry("way", names(RequestChannel.values())),
            Map.entry("period", List.of("DAYS_7", "DAYS_30", "DAYS_90", "ALL")),
            Map.entry(
                    "step",
                    Arrays.stream(FunnelStep.values()).map(FunnelStep::label).toList()),
            Map.entry("account", List.of("FIRST", "GIVEN", "CLOSED")),
            Map.entry("choosing", List.of("FIRST", "GIVEN")),
            Map.entry("role", List.of("ADVISOR", "OPERATOR", "AUDITOR")),
            Map.entry("account.state", List.of("OPEN", "AWAITED", "BLOCKED")),
            Map.entry(
                    "staffProblem",
                    List.of("WRONG", "MALFORMED", "TAKEN", "TOO_SHORT", "TOO_LONG", "TOO_COMMON", "DIFFERENT")),
            Map.entry("language", Languages.ALL));

    @ParameterizedTest
    @MethodSource("forms")
    void every_text_of_a_form_exists(Resource form) {
        assertThat(texts()).containsAll(found(TEXT_OF_FORM, content(form)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void every_text_of_a_script_exists(Resource script) {
        assertThat(texts()).containsAll(found(TEXT_OF_SCRIPT, content(script)));
    }

    @Test
    void every_strength_of_a_password_has_its_word() {
        assertThat(texts())
                .contains(Stream.of("0", "1", "2", "3", "4")
                        .map(strength -> "form.choose-password.strength." + strength)
                        .toArray(String[]::new));
    }

    @Test
    void every_status_of_a_mail_has_its_words() {
        assertThat(texts())
                .contains(Arrays.stream(Message.Status.values())
                        .map(status -> "form.status." + status)
                        .toArray(String[]::new));
    }

    @Test
    void every_item_of_the_profile_has_its_name_in_the_account() {
        assertThat(texts())
                .contains(Arrays.stream(ProfileItem.values())
                        .map(item -> "form.account.item." + item.form())
                        .toArray(String[]::new));
    }

    @Test
    void every_state_of_an_item_has_its_words() {
        assertThat(texts())
                .contains(Arrays.stream(ProfileStanding.State.values())
                        .map(state -> "form.account.state." + state)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_step_has_its_name(Resource form) {
        assertThat(texts()).contains("form." + form.getFilename().replace(".html", ".step"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_text_of_a_page_exists(Resource page) {
        assertThat(texts()).containsAll(found(TEXT_OF_PAGE, content(page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_text_that_a_page_chooses_exists(Resource page) {
        assertThat(texts()).containsAll(madeUp(content(page)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_form_has_words_of_its_own(Resource form) {
        assertThat(words(form, "data-text")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_has_words_of_its_own(Resource page) {
        assertThat(words(page, "th:text")).isEmpty();
    }

    static Stream<Resource> forms() {
        return files("forms/*.html");
    }

    static Stream<Resource> scripts() {
        return Stream.of(
                        forms(),
                        files(SCRIPTS),
                        files("static/assets/**/*.js"),
                        files("plugin-webapp/onboarding/app/plugin.js"))
                .flatMap(scripts -> scripts);
    }

    static Stream<Resource> steps() {
        return forms().filter(form -> content(form).contains("class=\"steps\""));
    }

    static Stream<Resource> pages() {
        return files("templates/*.html");
    }

    /** TextsTest makes sure that the other language has the same. */
    private static Set<String> texts() {
        return ResourceBundle.getBundle("texts/texts", Locale.FRENCH).keySet();
    }

    private static Set<String> found(Pattern pattern, String content) {
        return pattern.matcher(content)
                .results()
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .collect(toSet());
    }

    private static Set<String> madeUp(String page) {
        return TEXT_MADE_UP_IN_PAGE
                .matcher(page)
                .results()
                .flatMap(ScreenTextsTest::everyValue)
                .collect(toSet());
    }

    private static Stream<String> everyValue(MatchResult key) {
        String end = key.group(3) == null ? "" : key.group(3);
        return VALUES.getOrDefault(key.group(2), List.of("<" + key.group(2) + ">")).stream()
                .map(value -> key.group(1) + value + end);
    }

    /** What would be read as it stands: text outside elements that get theirs from a key, and read-out attributes. */
    private static List<String> words(Resource screen, String keyAttribute) {
        return words(parsed(screen), keyAttribute)
                .filter(text -> LETTER.matcher(text).find())
                .toList();
    }

    private static Stream<String> words(INestableNode node, String keyAttribute) {
        return node.getChildren().stream().flatMap(child -> {
            if (child instanceof Text text) {
                return Stream.of(text.getContent());
            }
            if (!(child instanceof Element element) || element.getElementName().equals("script")) {
                return Stream.empty();
            }
            Stream<String> attributes = element.getAttributeMap().entrySet().stream()
                    .filter(attribute -> ATTRIBUTES_READ_OUT.contains(attribute.getKey()))
                    .map(Map.Entry::getValue);
            return element.hasAttribute(keyAttribute)
                    ? attributes
                    : Stream.concat(attributes, words(element, keyAttribute));
        });
    }

    private static INestableNode parsed(Resource file) {
        try {
            return new DOMMarkupParser(ParseConfiguration.htmlConfiguration())
                    .parse(file.getFilename(), new StringReader(content(file)));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
