package org.amelionboarding.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people read, from {@code texts/texts_<language>.properties}. */
@Component
public class Texts {

    static final String BASENAME = "texts/texts";

    private final MessageSource messages;
    private final OnboardingSettings settings;

    Texts(MessageSource messages, OnboardingSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** @throws org.springframework.context.NoSuchMessageException if the key is missing */
    public String text(String language, String key, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, Locale.forLanguageTag(language));
    }

    /** The text of the first key, or if there is none that of the second. */
    public String first(String language, String key, String otherKey, Object... args) {
        return first(language, List.of(key, otherKey), args);
    }

    /** The text of the first key that has one; the last must. */
    public String first(String language, List<String> keys, Object... args) {
        return keys.stream()
                .map(key ->
                        messages.getMessage(key, args.length == 0 ? null : args, null, Locale.forLanguageTag(language)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> text(language, keys.get(keys.size() - 1), args));
    }

    /** All texts whose keys begin so, for the forms. */
    public Map<String, String> startingWith(String language, String... prefixes) {
        Map<String, String> found = new TreeMap<>();
        ResourceBundle bundle = ResourceBundle.getBundle(BASENAME, Locale.forLanguageTag(language));
        for (String prefix : prefixes) {
            bundle.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
                    .forEach(key -> found.put(key, bundle.getString(key)));
        }
        return found;
    }

    /** Date and time as people in France read them, e.g. {@code 23 novembre 2026 à 16:05}. */
    public String moment(Instant instant, String language) {
        return format(instant, language, "format.moment");
    }

    /** Date as people in France read it, in letters that an SMS carries: "aout" is the spelling of 1990. */
    public String date(Instant instant, String language) {
        return format(instant, language, "format.date").replace('û', 'u');
    }

    /** Day as people in France read it on a screen, e.g. {@code 23 novembre 2026}. */
    public String day(LocalDate day, String language) {
        return formatter(language, "format.date").format(day);
    }

    private String format(Instant instant, String language, String pattern) {
        return formatter(language, pattern).withZone(settings.zone()).format(instant);
    }

    private DateTimeFormatter formatter(String language, String pattern) {
        return DateTimeFormatter.ofPattern(text(language, pattern), Locale.forLanguageTag(language));
    }
}
