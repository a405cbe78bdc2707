package org.amelionboarding.dossier;

/** Why a typed social-security number (NIR) is refused; one at a time, the one whose explanation helps most. */
public enum NirProblem {
    /** Nothing but separators was typed. */
    EMPTY,
    /** Something other than ASCII digits, or than 2A and 2B in the place of the département. */
    FORBIDDEN_CHARACTER,
    /** Not 15 characters long. */
    LENGTH,
    /** 13 characters: right for signing in, but a dossier is opened with the key, which catches typing errors. */
    KEY_MISSING,
    /** The key does not fit: at least one character is mistyped. */
    KEY,
    /** A provisional or waiting number (3, 4, 7, 8): not wrong, but not yet enough to open an account. */
    PROVISIONAL,
    /** The first digit is neither 1 nor 2. */
    SEX,
    /** The month is neither 01–12 nor a code for an incomplete civil record, 20–99. */
    MONTH,
    /** No such département, commune or country of birth. */
    PLACE,
    /** The order number is 000. */
    ORDER
}
