package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads from a sign-in at a provider that came to nothing to our own page, which repeats nothing of what it said. */
class ProviderFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof OAuth2AuthenticationException refusal
                ? refusal.getError().getErrorCode()
                : String.valueOf(failure.getMessage());
        // The reason can come from the browser (A26).
        LOG.warn("Sign-in through a provider failed: {}", reason.replaceAll("[^\\w :/.-]", ""));
        boolean unknown = StaffFromProvider.NO_ROLE.equals(reason);
        response.sendRedirect("/staff/sign-in?problem=" + (unknown ? "NO_ROLE" : "PROVIDER"));
    }
}
