package org.amelionboarding.dossier;

/** Why a password is refused. All but the last are the guide's rules; several can hold at once. */
public enum PasswordProblem {
    /** Fewer than 8 characters. */
    TOO_SHORT,
    /** More than 50 characters. */
    TOO_LONG,
    /** No letter a–z. */
    NO_LOWERCASE,
    /** No letter A–Z. */
    NO_UPPERCASE,
    /** Neither a digit 0–9 nor one of the listed special characters. */
    NO_DIGIT_OR_SPECIAL,
    /** A character outside the 84 authorised ones, white space included. */
    FORBIDDEN_CHARACTER,
    /** The social-security number, even with separators. */
    CONTAINS_NIR,
    /** The birth date or a part of it, even with separators. */
    CONTAINS_BIRTH_DATE,
    /** Among the first that an attacker tries; our own rule (ASVS 6.2.4, 6.2.11), never reported by PasswordRules. */
    TOO_COMMON
}
