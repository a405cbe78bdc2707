package org.amelionboarding.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.TooBusy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who comes when too many passwords are being hashed is told when to come back (A21): a sign-in fails before any page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ComeBackLater extends OncePerRequestFilter {

    private final long seconds;

    ComeBackLater(OnboardingSettings settings) {
        this.seconds = settings.hashing().retryAfter().toSeconds();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!(NestedExceptionUtils.getMostSpecificCause(failure) instanceof TooBusy)) {
                throw failure;
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
