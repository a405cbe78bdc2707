package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CVE-2026-77226: while the group {@code camunda-admin} has no member, anybody may create the first administrator. Here
 * the group is always empty. With it the other doors of Camunda's own administration.
 */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Cve_2026_77226_Test {

    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final Map<String, Object> ADMINISTRATOR = Map.of(
            "profile", Map.of("id", "mallory", "firstName", "M", "lastName", "M", "email", "m@mallory.example"),
            "credentials", Map.of("password", "Mallory1Mallory"));

    @Autowired
    private Demo demo;

    @Autowired
    private IdentityService identities;

    private Browser student;

    @BeforeAll
    void a_student_signs_in() {
        student = demo.student(Applicant.next());
    }

    @BeforeEach
    void there_is_no_administrator() {
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isZero();
    }

    @Test
    void nobody_creates_an_administrator() {
        // 401 is Spring Security's way to deny somebody who has not signed in.
        assertThat(demo.browser().rest("POST", SETUP, ADMINISTRATOR).status()).isEqualTo(401);
    }

    @Test
    void a_student_creates_no_administrator() {
        assertThat(student.rest("POST", SETUP, ADMINISTRATOR).status()).isEqualTo(403);
    }

    @Test
    void an_advisor_creates_no_administrator() {
        assertThat(demo.advisor().rest("POST", SETUP, ADMINISTRATOR).status()).isEqualTo(403);
    }

    @Test
    void the_engine_has_no_place_for_users() {
        assertThat(identities.isReadOnly()).isTrue();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> identities.newUser("mallory"));
    }

    @Test
    void the_engines_own_sign_in_knows_no_password() {
        assertThat(identities.checkPassword("advisor", "advisor-demo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_webapps_own_sign_in_is_closed(String app) {
        Browser stranger = demo.browser();

        var reply = stranger.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + app,
                "application/x-www-form-urlencoded",
                "username=advisor&password=advisor-demo");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(stranger.engine("GET", "/task", null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/admin", "/camunda/app/admin/default/", "/camunda/app/admin/default/setup/"})
    void the_administration_is_closed(String page) {
        assertThat(student.get(page).status()).isEqualTo(403);
        assertThat(demo.operator().get(page).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/engine-rest/process-instance"})
    void the_rest_interface_without_sign_in_is_closed(String path) {
        assertThat(demo.browser().get(path).location()).isEqualTo("/sign-in");
        assertThat(demo.operator().get(path).status()).isEqualTo(403);
    }
}
