package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** How an attempt to sign in ends. */
enum SignInOutcome {
    SUCCESS,
    REFUSED,
    BLOCKED,
    EXPIRED;

    private static final Pattern PROBLEM = Pattern.compile("[?&]problem=(USED|EXPIRED|BLOCKED)?");

    /** As the answer tells; empty if it was no attempt, such as a form without its token against forgery. */
    static Optional<SignInOutcome> of(HttpServletResponse answer) {
        return switch (answer.getStatus()) {
            case HttpServletResponse.SC_FOUND -> Optional.of(of(answer.getHeader(HttpHeaders.LOCATION)));
            case HttpServletResponse.SC_UNAUTHORIZED -> Optional.of(REFUSED);
            default -> Optional.empty();
        };
    }

    private static SignInOutcome of(String location) {
        Matcher problem = PROBLEM.matcher(location);
        if (!problem.find()) {
            // Back to the beginning: whoever was half-way has taken too long.
            return URI.create(location).getPath().equals("/sign-in") ? EXPIRED : SUCCESS;
        }
        return switch (String.valueOf(problem.group(1))) {
            case "USED", "EXPIRED" -> EXPIRED;
            case "BLOCKED" -> BLOCKED;
            default -> REFUSED;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
