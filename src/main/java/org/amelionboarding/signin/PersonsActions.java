package org.amelionboarding.signin;

import static org.amelionboarding.signin.Paths.path;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes when a person does something. What Camunda's web applications, our scripts and the browser ask for does not
 * count, because they ask by themselves (the picture in the notice of the end, for example); what people do there is told
 * by {@code session.js}.
 */
class PersonsActions extends OncePerRequestFilter {

    private static final RequestMatcher BY_ITSELF = new OrRequestMatcher(
            path("/camunda/api/**"),
            path(HttpMethod.GET, "/api/**"),
            path("/assets/**"),
            path("/favicon.ico"),
            new OrRequestMatcher(WebappPaths.STATIC));

    private final OpenSessions sessions;

    PersonsActions(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !BY_ITSELF.matches(request)) {
            sessions.noteAction(session.getId());
        }
        chain.doFilter(request, response);
    }
}
