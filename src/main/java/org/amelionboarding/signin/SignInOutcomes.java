package org.amelionboarding.signin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts ({@code onboarding.signin}) and logs how each attempt to sign in ends, as its answer tells (A26). Nothing that
 * was typed is logged: people type passwords where names belong.
 */
@Component
@Order(LogContext.ORDER + 1)
class SignInOutcomes extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcomes.class);

    private final MeterRegistry metrics;

    SignInOutcomes(MeterRegistry metrics) {
        this.metrics = metrics;
        // A rate over a counter that appears with its first count misses that one.
        for (SignInStep step : SignInStep.values()) {
            for (SignInOutcome outcome : SignInOutcome.values()) {
                counter(step, outcome);
            }
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Optional<SignInStep> step = SignInStep.of(request);
        rest.doFilter(request, response);
        step.ifPresent(taken -> SignInOutcome.of(response).ifPresent(outcome -> note(taken, outcome)));
    }

    private void note(SignInStep step, SignInOutcome outcome) {
        LOG.info("Sign-in, {}: {}", step.label(), outcome.label());
        counter(step, outcome).increment();
    }

    private Counter counter(SignInStep step, SignInOutcome outcome) {
        return Counter.builder("onboarding.signin")
                .description("Attempts to sign in")
                .tags("step", step.label(), "outcome", outcome.label())
                .register(metrics);
    }
}
