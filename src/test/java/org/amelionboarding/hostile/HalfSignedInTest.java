package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A18: who has given the password and not yet the code is nobody. */
@RunningDemo
class HalfSignedInTest {

    /** For everybody, or the demo's own. */
    private static final Set<String> PUBLIC = Set.of(
            "/",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/code/again",
            "/staff/sign-in",
            "/goodbye",
            "/forgotten-password",
            "/new-password",
            "/new-code",
            "/agencies",
            "/attestation/verify",
            "/email-confirmation",
            "/email-confirmation/renewal",
            "/reminders/stop",
            "/api/csrf",
            "/error",
            "/inbox",
            "/inbox.json",
            "/demo/clock",
            "/camunda/app/tasklist/scripts/config.js",
            "/camunda/app/cockpit/scripts/config.js");

    @Autowired
    private Demo demo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    private final Applicant applicant = Applicant.next();
    private Browser halfSignedIn;

    @BeforeEach
    void give_the_password_only() {
        demo.finishWizard(demo.student(applicant), applicant.email());
        String link = demo.link(applicant.email());
        demo.browser().fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
        halfSignedIn = demo.browser();
        assertThat(halfSignedIn
                        .signInAsStudent(applicant.nir(), Applicant.PASSWORD)
                        .location())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void a18_half_signed_in_no_page_and_no_endpoint_of_ours_opens() {
        Set<String> closed = new TreeSet<>(addresses());
        closed.removeAll(PUBLIC);

        assertThat(closed).contains("/attestation", "/account/password", "/api/account", "/api/session");
        assertSoftly(softly -> closed.forEach(address -> {
            softly.assertThat(halfSignedIn.get(address).status())
                    .as("GET " + address)
                    .isIn(302, 401, 403);
            softly.assertThat(post(address)).as("POST " + address).isIn(302, 401, 403);
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/filter",
                "/camunda/api/engine/engine/default/process-definition",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/setup/default/user/create",
                "/actuator/prometheus"
            })
    void a18_half_signed_in_nothing_of_camunda_opens(String address) {
        assertThat(halfSignedIn.get(address).status()).isIn(302, 401, 403);
        assertThat(post(address)).isIn(302, 401, 403);
    }

    private int post(String address) {
        String csrf = halfSignedIn.get("/api/csrf").json().get("token").asText();
        return halfSignedIn.post(address, Map.of("_csrf", csrf)).status();
    }

    private Set<String> addresses() {
        return pages.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1"))
                .collect(Collectors.toSet());
    }
}
