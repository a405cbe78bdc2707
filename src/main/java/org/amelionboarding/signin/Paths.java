package org.amelionboarding.signin;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Short words for request matchers. */
final class Paths {

    private static final PathPatternRequestMatcher.Builder MATCHERS = PathPatternRequestMatcher.withDefaults();

    private Paths() {}

    static RequestMatcher path(String pattern) {
        return MATCHERS.matcher(pattern);
    }

    static RequestMatcher path(HttpMethod method, String pattern) {
        return MATCHERS.matcher(method, pattern);
    }
}
