package org.amelionboarding.operations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a NIR, an e-mail address or a telephone number (A25). A last net under log lines:
 * nothing of ours writes any of these there.
 */
final class Redaction {

    static final String REMOVED = "[removed]";

    /** What people put between the groups of a number. */
    private static final String GAP = "[ .\\u00A0\\u202F-]?";

    private static final Pattern NIR = Pattern.compile(number("\\+?[1-478]" + GAP + "\\d{2}" + GAP + "\\d{2}" + GAP
            + "(?:\\d{2}|2[ABab])" + GAP + "\\d{3}" + GAP + "\\d{3}" + "(?:" + GAP + "\\d{2})?"));
    private static final Pattern PHONE = Pattern.compile(
            number("(?:(?:\\+|00)\\d{1,3}" + GAP + "(?:\\(0\\))?|0)[1-9](?:" + GAP + "\\d{2}){3,5}|\\+?\\d{9,}"));
    /** With a dot after the at sign: objects that Java names by class and hash are none. */
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d._%+'-]+(?:@|%40)[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+");

    /** How JSON writes what it cannot write as it is: no part of a word that follows. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\p{XDigit}{4}|[bfnrt\"/\\\\])");

    private Redaction() {}

    /** Not within a longer word, an id or a fraction. */
    private static String number(String digits) {
        return "(?<![\\w.:-])(?:" + digits + ")(?![\\w-])";
    }

    /** @param text a plain one, or one of JSON, which stays so */
    static String of(String text) {
        StringBuilder redacted = new StringBuilder();
        Matcher escape = ESCAPE.matcher(text);
        int from = 0;
        while (escape.find()) {
            redacted.append(plain(text.substring(from, escape.start()))).append(escape.group());
            from = escape.end();
        }
        return redacted.append(plain(text.substring(from))).toString();
    }

    private static String plain(String text) {
        return EMAIL.matcher(
                        PHONE.matcher(NIR.matcher(text).replaceAll(REMOVED)).replaceAll(REMOVED))
                .replaceAll(REMOVED);
    }
}
