package org.amelionboarding.cohort;

import java.util.Map;

/**
 * One line of a file.
 *
 * @param number as an editor counts, the header included
 * @param cells by column; empty if the line cannot be taken apart
 * @param problem code of why it cannot, else null
 */
record FileLine(int number, Map<String, String> cells, String problem) {

    static FileLine refused(int number, String problem) {
        return new FileLine(number, Map.of(), problem);
    }

    @Override
    public String toString() {
        return "Line " + number;
    }
}
