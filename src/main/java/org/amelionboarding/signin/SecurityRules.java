package org.amelionboarding.signin;

import static org.amelionboarding.signin.Paths.path;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
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
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who reaches which address. What is not named is denied. */
@Configuration
class SecurityRules {

    private static final String LOGOUT_OF_WEBAPPS = "/camunda/api/admin/auth/user/default/logout";
    /** Pressed by mail programs too, which hold the link's token and no session (RFC 8058). */
    private static final String STOP_REMINDERS = "/reminders/stop";

    /** What load balancers ask; single indicators are for operators. */
    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    private static final RequestMatcher WEBAPPS = path("/camunda/**");
    /** Who asks here is a script, which cannot be led to a page. The header is that of our pages inside Cockpit. */
    private static final RequestMatcher BY_SCRIPT = new OrRequestMatcher(
            path("/camunda/api/**"),
            path("/api/**"),
            new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest"));

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

    /** For what scrapes in an operator's name: by HTTP Basic and without a session. People sign in on a page. */
    @Bean
    @Order(0)
    SecurityFilterChain scrapers(HttpSecurity http, StaffSignIn staffSignIn) throws Exception {
        return http.securityMatcher(new AndRequestMatcher(
                        path("/actuator/**"), new RequestHeaderRequestMatcher(HttpHeaders.AUTHORIZATION)))
                .authenticationProvider(staffSignIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HEALTH)
                        .permitAll()
                        .anyRequest()
                        .hasRole(Roles.OPERATOR))
                .httpBasic(withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain staff(HttpSecurity http, StaffSignIn staffSignIn, ProviderSignIn providers) throws Exception {
        providers.addTo(http);
        return common(http.securityMatcher("/staff/**"))
                .authenticationProvider(staffSignIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/staff/sign-in", "/staff/first-operator", "/staff/password")
                        .permitAll()
                        .requestMatchers("/staff/accounts/**")
                        .hasRole(Roles.OPERATOR)
                        .anyRequest()
                        .denyAll())
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
                    requests.requestMatchers(WebappPaths.TASKLIST)
                            .hasAnyRole(Roles.STUDENT, Roles.ADVISOR, Roles.OPERATOR);
                    requests.requestMatchers(WebappPaths.READING)
                            .hasAnyRole(Roles.STUDENT, Roles.ADVISOR, Roles.OPERATOR, Roles.AUDITOR);
                    requests.requestMatchers(WebappPaths.FORMS).hasAnyRole(Roles.STUDENT, Roles.ADVISOR);
                    requests.requestMatchers(WebappPaths.CASEWORK).hasRole(Roles.ADVISOR);
                    requests.requestMatchers(WebappPaths.RETRY).hasAnyRole(Roles.ADVISOR, Roles.OPERATOR);
                    requests.requestMatchers(WebappPaths.COCKPIT_READING)
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
                                    "/privacy",
                                    "/attestation/verify",
                                    "/email-confirmation",
                                    "/email-confirmation/renewal",
                                    STOP_REMINDERS)
                            .permitAll();
                    requests.requestMatchers("/assets/**", "/favicon.ico", "/error", "/api/csrf")
                            .permitAll();
                    requests.requestMatchers(HEALTH).permitAll();
                    requests.requestMatchers("/actuator/**").hasRole(Roles.OPERATOR);
                    requests.requestMatchers("/attestation", "/carte-vitale-order")
                            .hasRole(Roles.STUDENT);
                    requests.requestMatchers("/account/password", "/account/devices", "/account/data")
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
                    requests.requestMatchers("/desk/dossiers/{number}/erasure", "/desk/dossiers/{number}/export")
                            .hasRole(Roles.ADVISOR);
                    requests.requestMatchers(HttpMethod.GET, "/desk/purges")
                            .hasAnyRole(Roles.ADVISOR, Roles.AUDITOR, Roles.OPERATOR);
                    requests.requestMatchers("/desk/dossiers", "/desk/dossiers.csv")
                            .hasAnyRole(Roles.ADVISOR, Roles.AUDITOR);
                    requests.requestMatchers(HttpMethod.GET, "/desk/dashboard", "/api/heat-map")
                            .hasAnyRole(Roles.ADVISOR, Roles.OPERATOR, Roles.AUDITOR);
                    // An auditor reads and changes nothing: pages that exist for a change are not shown either.
                    requests.requestMatchers(
                                    "/desk/hand-over",
                                    "/desk/agencies/*",
                                    "/desk/reimbursements",
                                    "/desk/cohort",
                                    "/desk/cohort/**")
                            .hasRole(Roles.ADVISOR);
                    requests.requestMatchers(HttpMethod.GET, "/desk/**").hasAnyRole(Roles.ADVISOR, Roles.AUDITOR);
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
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), BY_SCRIPT)
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
        if (BY_SCRIPT.matches(request)) {
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
        cache.setRequestMatcher(new AndRequestMatcher(
                new NegatedRequestMatcher(BY_SCRIPT),
                new OrRequestMatcher(
                        path(HttpMethod.GET, "/camunda/app/*/default/**"),
                        path(HttpMethod.GET, "/desk/**"),
                        path(HttpMethod.GET, "/staff/accounts"))));
        return cache;
    }
}
