package org.amelionboarding.content;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.ProfileItem;

/**
 * Reads a file of facts, in the order of its lines; how one looks is told at its head.
 *
 * <p>Facts are shown as text only. What could be markup, or an expression where AngularJS compiles the page, is refused
 * all the same: a second net costs nothing.
 */
final class FactFile {

    private static final int LONGEST_TEXT = 500;
    private static final Pattern KEY = Pattern.compile("([a-z-]+)\\.([a-z0-9-]+)(?:\\.(verified-on|link))?");
    private static final Pattern MARKUP = Pattern.compile("<|\\{\\{|}}|\\p{Cntrl}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TEXT = "text";
    private static final List<String> ITEMS =
            Arrays.stream(ProfileItem.values()).map(ProfileItem::form).toList();

    private FactFile() {}

    /** @throws IllegalArgumentException if anything in it is wrong; its message tells the editor what */
    static List<Fact> read(String content) {
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        lines(content).forEach((key, value) -> {
            Matcher parts = KEY.matcher(key);
            require(parts.matches(), key, "is no name of a fact");
            facts.computeIfAbsent(parts.group(1) + '.' + parts.group(2), fact -> new LinkedHashMap<>())
                    .put(parts.group(3) == null ? TEXT : parts.group(3), value.strip());
        });
        require(!facts.isEmpty(), "file", "has no fact");
        return facts.entrySet().stream()
                .map(fact -> fact(fact.getKey(), fact.getValue()))
                .toList();
    }

    private static Map<String, String> lines(String content) {
        Map<String, String> lines = new LinkedHashMap<>();
        Properties inOrder = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                require(lines.put((String) key, (String) value) == null, (String) key, "stands there twice");
                return null;
            }
        };
        try {
            inOrder.load(new StringReader(
                    content.startsWith(BYTE_ORDER_MARK) ? content.substring(BYTE_ORDER_MARK.length()) : content));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return lines;
    }

    private static Fact fact(String name, Map<String, String> parts) {
        String item = name.substring(0, name.indexOf('.'));
        require(ITEMS.contains(item), name, "is about none of " + String.join(", ", ITEMS));
        String text = parts.getOrDefault(TEXT, "");
        require(!text.isEmpty(), name, "has no text");
        require(text.length() <= LONGEST_TEXT, name, "is longer than " + LONGEST_TEXT + " characters");
        require(!MARKUP.matcher(text).find(), name, "has one of < {{ }} in it");
        LocalDate verifiedOn = read(parts.get("verified-on"), LocalDate::parse, name, "verified-on is no day");
        URI link = parts.containsKey("link") ? read(parts.get("link"), URI::create, name, "link is no address") : null;
        require(
                link == null || "https".equals(link.getScheme()) && link.getHost() != null,
                name,
                "link is no https address");
        return new Fact(item, name.substring(item.length() + 1), text, link, verifiedOn);
    }

    private static <T> T read(String value, Function<String, T> as, String name, String problem) {
        try {
            return as.apply(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + ": " + problem, e);
        }
    }

    private static void require(boolean rule, String name, String problem) {
        if (!rule) {
            throw new IllegalArgumentException(name + " " + problem);
        }
    }
}
