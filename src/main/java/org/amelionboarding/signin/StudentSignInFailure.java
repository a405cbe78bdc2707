package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** As {@link SignInFailure}, or on to the second step. */
@Component
class StudentSignInFailure extends SignInFailure {

    private final SecondStep secondStep;

    StudentSignInFailure(SecondStep secondStep) {
        super("/sign-in");
        this.secondStep = secondStep;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!(failure instanceof CodeNeeded needed)) {
            super.onAuthenticationFailure(request, response, failure);
            return;
        }
        try {
            secondStep.begin(needed.dossier(), request);
            response.sendRedirect("/sign-in/code");
        } catch (SignInBlocked blocked) {
            super.onAuthenticationFailure(request, response, blocked);
        }
    }
}
