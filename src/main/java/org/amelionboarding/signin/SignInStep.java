package org.amelionboarding.signin;

import static org.amelionboarding.signin.Paths.path;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What is being signed in with: password, code by mail after it, provisional code, or a staff account. */
enum SignInStep {
    FIRST,
    SECOND,
    CODE,
    STAFF;

    private static final RequestMatcher STUDENT = path(POST, "/sign-in");
    private static final RequestMatcher MAILED = path(POST, "/sign-in/code");
    private static final RequestMatcher ACCOUNT = path(POST, "/staff/sign-in");
    private static final RequestMatcher SCRAPER = path("/actuator/**");

    /** No password is made of digits alone. */
    private static final Pattern DIGITS = Pattern.compile("[\\d\\s]+");

    /** Empty for every other request. */
    static Optional<SignInStep> of(HttpServletRequest request) {
        if (STUDENT.matches(request)) {
            String secret = String.valueOf(request.getParameter("secret"));
            return Optional.of(DIGITS.matcher(secret).matches() ? CODE : FIRST);
        }
        if (MAILED.matches(request)) {
            return Optional.of(SECOND);
        }
        boolean staff = ACCOUNT.matches(request)
                || SCRAPER.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return staff ? Optional.of(STAFF) : Optional.empty();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
