package org.amelionboarding.signin;

import static org.amelionboarding.signin.Paths.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.ConcurrentSessionFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who reaches which address. What is not named is denied. */
@Configuration
class SecurityRules {

    private static final String LOGOUT_OF_WEBAPPS = "/camunda/api/admin/auth/user/default/logout";
    /** Pressed by mail programs too, which hold the link's token and no session (RFC 8058). */
    private static final String STOP_REMINDERS = "/reminders/stop";

    private static final RequestMatcher WEBAPPS = path("/camunda/**");
    private static final RequestMatcher JSON = new OrRequestMatcher(path("/camunda/api/**"), path("/api/**"));

    private static final RequestMatcher FOR_STAFF = new OrRequestMatcher(
            path("/camunda/app/cockpit/**"), path("/desk/**"), path("/actuator/**"), path("/staff/**"));

    /** Pages of our own need nothing from elsewhere, no inline script and no inline style. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final OpenSessions sessions;

    SecurityRules(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /** Tells the registry which sessions have ended. */
    @Bean
    static HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    @Order(1)
    SecurityFilterChain staff(HttpSecurity http, StaffSignIn staffSignIn) throws Exception {
        return common(http.securityMatcher("/staff/**"))
                .authenticationProvider(staffSignIn)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage("/staff/sign-in")
                        .loginProcessingUrl("/staff/sign-in")
                        .failureHandler(new SignInFailure("/staff/sign-in"))
                        .defaultSuccessUrl("/camunda/app/cockpit/default/"))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everybody(
            HttpSecurity http, StudentSignIn studentSignIn, StudentSignInFailure studentSignInFailure)
            throws Exception {
        return common(http)
                .authenticationProvider(studentSignIn)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(WebappPaths.CLOSED).denyAll();
                    requests.requestMatchers(WebappPaths.STATIC).permitAll();
                    requests.requestMatchers(WebappPaths.FOR_STUDENTS)
                            .hasAnyRole(Roles.STUDENT, Roles.ADVISOR, Roles.OPERATOR, Roles.AUDITOR);
                    requests.requestMatchers(WebappPaths.FOR_STAFF)
                            .hasAnyRole(Roles.ADVISOR, Roles.OPERATOR, Roles.AUDITOR);
                    requests.requestMatchers(
                                    "/",
                                    "/sign-in",
                                    "/sign-in/code",
                                    "/sign-in/code/again",
                                    "/forgotten-password",
                                    "/new-password",
                                    "/new-code",
                                    "/goodbye",
                                    "/agencies",
                                    "/attestation/verify",
                                    "/email-confirmation",
                                    "/email-confirmation/renewal",
                                    STOP_REMINDERS)
                            .permitAll();
                    requests.requestMatchers("/assets/**", "/favicon.ico", "/error", "/api/csrf")
                            .permitAll();
                    requests.requestMatchers("/actuator/health").permitAll();
                    requests.requestMatchers("/actuator/**").hasRole(Roles.OPERATOR);
                    requests.requestMatchers("/attestation", "/carte-vitale-order")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers("/account/password", "/account/devices")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers("/api/session").authenticated();
                    requests.requestMatchers(
                                    HttpMethod.GET, "/reimbursements", "/reimbursements.csv", "/reimbursements.pdf")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers(HttpMethod.POST, "/api/reimbursements")
                            .hasRole(Roles.ADVISOR);
                    requests.requestMatchers(HttpMethod.GET, "/api/texts").authenticated();
                    requests.requestMatchers(HttpMethod.GET, "/api/account", "/api/facts")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers(HttpMethod.POST, "/api/password-check")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers(HttpMethod.POST, "/api/email-check")
                            .hasAnyRole(Roles.STUDENT, Roles.ADVISOR);
                    requests.requestMatchers(HttpMethod.POST, "/api/nir-check").hasRole(Roles.ADVISOR);
                    requests.requestMatchers("/api/cohorts", "/api/cohorts/**").hasRole(Roles.ADVISOR);
                    requests.requestMatchers("/desk/**").hasRole(Roles.ADVISOR);
                    requests.anyRequest().denyAll();
                })
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("nir")
                        .passwordParameter("secret")
                        .failureHandler(studentSignInFailure)
                        .defaultSuccessUrl("/camunda/app/tasklist/default/"))
                .build();
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http
                // The web applications guard themselves with a cookie of their own (XSRF-TOKEN).
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS, path(STOP_REMINDERS)))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                path(HttpMethod.POST, LOGOUT_OF_WEBAPPS), path(HttpMethod.POST, "/sign-out")))
                        .defaultLogoutSuccessHandlerFor(
                                (request, response, who) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT),
                                WEBAPPS)
                        .logoutSuccessUrl("/goodbye"))
                .addFilterAfter(new PersonsActions(sessions), ConcurrentSessionFilter.class)
                .sessionManagement(session -> session.maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(ended -> tellSessionEnded(ended.getRequest(), ended.getResponse())))
                .requestCache(cache -> cache.requestCache(savedWithoutTrace()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), JSON)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/staff/sign-in"), FOR_STAFF)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        // The web applications send a policy of their own; two would both apply.
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(WEBAPPS), new ContentSecurityPolicyHeaderWriter(OWN_PAGES))));
    }

    private static void tellSessionEnded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (JSON.matches(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(
                    (FOR_STAFF.matches(request) ? "/staff/sign-in" : "/sign-in") + "?problem=EXPIRED_SESSION");
        }
    }

    /** Goes back to the page that was asked for, without a mark in its address. */
    private static HttpSessionRequestCache savedWithoutTrace() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new OrRequestMatcher(
                path(HttpMethod.GET, "/camunda/app/*/default/**"), path(HttpMethod.GET, "/desk/**")));
        return cache;
    }
}
