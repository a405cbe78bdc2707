package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A18: who has given the password and not yet the code is nobody. */
@RunningDemo
class HalfSignedInTest {

    @Autowired
    private Demo demo;

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
}
