package org.amelionboarding.operations;

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

    private Redaction() {}

    /** Not within a longer word, an id or a fraction. */
    private static String number(String digits) {
        return "(?<![\\w.:-])(?:" + digits + ")(?![\\w-])";
    }

    static String of(String text) {
        return EMAIL.matcher(
                        PHONE.matcher(NIR.matcher(text).replaceAll(REMOVED)).replaceAll(REMOVED))
                .replaceAll(REMOVED);
    }
}
