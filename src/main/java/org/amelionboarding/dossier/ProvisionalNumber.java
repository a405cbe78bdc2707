package org.amelionboarding.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that somebody has before the permanent NIR: provisional (7, 8) or being registered (3, 4). It opens no
 * account; it only tells one waiting student from another.
 *
 * @param body 13 digits; anything else is an {@link IllegalArgumentException}, whose message never holds the value
 */
public record ProvisionalNumber(String body) {

    private static final Pattern BODY = Pattern.compile("[3478][0-9]{12}");

    public ProvisionalNumber {
        if (!BODY.matcher(body).matches()) {
            throw new IllegalArgumentException("Not a provisional number");
        }
    }

    /** A number typed with or without its key; empty if {@link Nir#check} says anything but PROVISIONAL. */
    public static Optional<ProvisionalNumber> of(String typed) {
        return Nir.check(typed)
                .filter(problem -> problem == NirProblem.PROVISIONAL)
                .map(provisional -> Nir.body(typed))
                .filter(body -> BODY.matcher(body).matches())
                .map(ProvisionalNumber::new);
    }

    /** What may be shown: the first digit, which tells the kind, and the last three. */
    public String masked() {
        return body.charAt(0) + " •• •• •• ••• " + body.substring(10);
    }

    @Override
    public String toString() {
        return masked();
    }
}
