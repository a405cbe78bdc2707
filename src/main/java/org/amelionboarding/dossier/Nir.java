package org.amelionboarding.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A permanent French social-security number (numéro d'inscription au répertoire).
 *
 * <p>Its identity is the body without the key, always text and never a number: départements 2A and 19 give the same
 * key. It reveals sex, month and country of birth, so every display masks it.
 *
 * @param body 13 characters, upper case; anything but the body of a permanent number is an
 *     {@link IllegalArgumentException}, whose message never holds the value
 */
public record Nir(String body) {

    private static final Pattern SEPARATORS = Pattern.compile("[ \\u00A0\\u202F.-]");

    public Nir {
        if (!NirRule.isBody(body)) {
            throw new IllegalArgumentException("Not the body of a permanent NIR");
        }
    }

    /** The problem with a number typed to open a dossier, which takes all 15 characters; separators do not count. */
    public static Optional<NirProblem> check(String typed) {
        return NirRule.problem(normalised(typed));
    }

    /** @throws IllegalArgumentException if {@link #check} finds a problem */
    public static Nir of(String typed) {
        check(typed).ifPresent(problem -> {
            throw new IllegalArgumentException("NIR refused: " + problem);
        });
        return new Nir(bodyOf(normalised(typed)));
    }

    /** A number typed to sign in, with its right key or without a key; empty if it is not a permanent number. */
    public static Optional<Nir> atSignIn(String typed) {
        String characters = normalised(typed);
        if (NirRule.isBody(characters)) {
            return Optional.of(new Nir(characters));
        }
        return check(typed).isEmpty() ? Optional.of(new Nir(bodyOf(characters))) : Optional.empty();
    }

    private static String normalised(String typed) {
        return typed == null ? "" : SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** The first 13 characters of a number that may be a provisional one. */
    static String body(String typed) {
        return bodyOf(normalised(typed));
    }

    private static String bodyOf(String characters) {
        return characters.substring(0, NirRule.BODY_LENGTH);
    }

    /** All 15 characters. */
    public String withKey() {
        return body + NirRule.key(body);
    }

    /** What may be shown, order number and key: {@code • •• •• •• ••• 123 20}. */
    public String masked() {
        return "• •• •• •• ••• " + body.substring(10) + " " + NirRule.key(body);
    }

    /** Year of birth without its century. */
    int yearOfCentury() {
        return Integer.parseInt(body.substring(1, 3));
    }

    /** 1–12, or 20–99 where the civil record is incomplete. */
    int monthCode() {
        return Integer.parseInt(body.substring(3, 5));
    }

    @Override
    public String toString() {
        return masked();
    }
}
