package org.amelionboarding.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an advisor sends with an action.
 *
 * @param once made with the page: of two presses of one button the second finds the first
 * @param reason why, or the note itself; kept sealed
 */
record ActionEntry(
        @NotNull(message = "{problem.once.MALFORMED}")
        @Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "{problem.once.MALFORMED}")
        String once,

        @NotNull(message = "{problem.once.MALFORMED}") CaseAction action,

        @NotNull(message = "{problem.reason.TOO_SHORT}")
        @Size(min = SHORTEST, message = "{problem.reason.TOO_SHORT}")
        @Size(max = LONGEST, message = "{problem.reason.TOO_LONG}")
        @Pattern(regexp = "[\\P{Cntrl}\r\n\t]*", message = "{problem.FORBIDDEN_CHARACTER}")
        String reason) {

    static final int SHORTEST = 5;
    static final int LONGEST = 500;

    @Override
    public String toString() {
        return "ActionEntry[" + action + "]";
    }
}
