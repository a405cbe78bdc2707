package org.amelionboarding.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.amelionboarding.dossier.DossierNumber;
import org.amelionboarding.dossier.SignedIn;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts into each line that is logged for a request which request that was ({@code request}, a number of ours: nobody
 * else's gets into the log) and which student's ({@code dossier}). Jobs get the dossier from the engine, messages from
 * their delivery.
 */
@Component
@Order(LogContext.ORDER)
class LogContext extends OncePerRequestFilter {

    /** Outside of the security filters, which log too. */
    static final int ORDER = SecurityProperties.DEFAULT_FILTER_ORDER - 10;

    private static final String REQUEST = "request";
    private static final String DOSSIER = "dossier";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        MDC.put(REQUEST, UUID.randomUUID().toString());
        student(request).ifPresent(LogContext::dossier);
        try {
            rest.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST);
            MDC.remove(DOSSIER);
        }
    }

    /** Signed in, or half-way. */
    private Optional<String> student(HttpServletRequest request) {
        return Optional.ofNullable(contexts.loadDeferredContext(request).get().getAuthentication())
                .map(Authentication::getName)
                .or(() -> SecondStep.halfWayIn(request.getSession(false)).map(HalfWay::dossier));
    }

    /** What remains of the request is about the student who has just signed in. */
    @EventListener
    void on(SignedIn student) {
        if (MDC.get(REQUEST) != null) {
            dossier(student.dossier());
        }
    }

    /** Staff have no dossier. */
    private static void dossier(String name) {
        if (DossierNumber.valid(name)) {
            MDC.put(DOSSIER, name);
        }
    }
}
