package org.amelionboarding.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** As {@link SignInFailure}, or on to the second step, or past it on a device that the student trusts. */
@Component
class StudentSignInFailure extends SignInFailure {

    private final SecondStep secondStep;
    private final Arrival arrival;

    StudentSignInFailure(SecondStep secondStep, Arrival arrival) {
        super("/sign-in");
        this.secondStep = secondStep;
        this.arrival = arrival;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!(failure instanceof CodeNeeded needed)) {
            super.onAuthenticationFailure(request, response, failure);
        } else if (arrival.isOnTrustedDevice(needed.dossier(), request)) {
            request.getSession().invalidate();
            arrival.signIn(needed.dossier(), false, request, response);
            response.sendRedirect(Arrival.TASKLIST);
        } else {
            goOn(needed, request, response);
        }
    }

    private void goOn(CodeNeeded needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            secondStep.begin(needed.dossier(), request);
            response.sendRedirect("/sign-in/code");
        } catch (SignInBlocked blocked) {
            super.onAuthenticationFailure(request, response, blocked);
        }
    }
}
