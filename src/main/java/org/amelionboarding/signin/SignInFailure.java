package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page with the reason, and with the end of the wait if there is one. */
class SignInFailure implements AuthenticationFailureHandler {

    private final String page;

    SignInFailure(String page) {
        this.page = page;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                failure instanceof SignInBlocked blocked
                        ? page + "?problem=BLOCKED&until=" + blocked.until().getEpochSecond()
                        : page + "?problem=REFUSED");
    }
}
