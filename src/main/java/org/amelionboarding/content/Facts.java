package org.amelionboarding.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.Texts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What changes with time in the forms and mails of the profile, each with the day of its verification. */
@Component
public class Facts {

    /**
     * A fact as people read it.
     *
     * @param link where it can be read up, or null
     * @param verification when it was verified, and if that is long ago not to rely on it
     */
    public record Shown(String text, URI link, String verification) {

        /** In a mail. */
        public String line() {
            return text + " (" + verification + ")" + (link == null ? "" : "\n" + link);
        }
    }

    private final Map<String, FactSource> sources;
    private final ContentSettings content;
    private final OnboardingSettings settings;
    private final Texts texts;
    private final Clock clock;

    Facts(ContentSettings content, OnboardingSettings settings, Texts texts, Clock clock) {
        this.content = content;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
        this.sources = Languages.ALL.stream()
                .collect(toMap(
                        language -> language,
                        language -> new FactSource(content.folder().resolve(file(language)), shipped(language))));
    }

    static String file(String language) {
        return "facts_" + language + ".properties";
    }

    static List<Fact> shipped(String language) {
        try {
            return FactFile.read(new ClassPathResource("content/" + file(language)).getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All facts, by the form that says them. */
    public Map<String, List<Shown>> all(String language) {
        return sources.get(language).facts().stream()
                .collect(groupingBy(Fact::item, LinkedHashMap::new, mapping(fact -> shown(fact, language), toList())));
    }

    /** One fact, unless the advisors have taken it out. */
    public Optional<Shown> find(String language, String item, String name) {
        return sources.get(language).facts().stream()
                .filter(fact -> fact.item().equals(item) && fact.name().equals(name))
                .findFirst()
                .map(fact -> shown(fact, language));
    }

    private Shown shown(Fact fact, String language) {
        String key = isStale(fact.verifiedOn()) ? "fact.stale" : "fact.verified";
        return new Shown(fact.text(), fact.link(), texts.text(language, key, texts.day(fact.verifiedOn(), language)));
    }

    /** A day to come is a slip of the pen: nobody has verified anything then. */
    private boolean isStale(LocalDate verifiedOn) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return verifiedOn.isAfter(today)
                || verifiedOn.isBefore(today.minusDays(content.staleAfter().toDays()));
    }
}
