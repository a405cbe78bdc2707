package org.amelionboarding.csv;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would take for a formula and work out (CWE-1236). */
public final class Formula {

    private static final Pattern BEGINNING = Pattern.compile("^[=+\\-@\\t\\r]");

    private Formula() {}

    public static boolean isIn(String cell) {
        return BEGINNING.matcher(cell).find();
    }

    /** The same as a text. */
    static String defused(String cell) {
        return isIn(cell) ? "'" + cell : cell;
    }
}
