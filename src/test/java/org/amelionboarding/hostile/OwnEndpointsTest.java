package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application's own JSON endpoints: for whom they are, and what they tell. */
@RunningDemo
class OwnEndpointsTest {

    private static final String NIR = "{\"nir\":\"298119935012320\"}";
    private static final String PASSWORD = "{\"password\":\"Soleil7soleil\"}";
    private static final String EMAIL = "{\"email\":\"anna@gmial.com\"}";

    @Autowired
    private Demo demo;

    @Test
    void before_the_account_is_active_it_tells_nothing_else() {
        assertThat(student().get("/api/account").body())
                .isEqualTo(
                        "{\"active\":false,\"givenNames\":null,\"previousSignIn\":null,\"items\":[],\"services\":[]}");
    }

    @Test
    void the_account_is_closed_to_staff() {
        assertThat(demo.advisor().get("/api/account").status()).isEqualTo(403);
        assertThat(demo.operator().get("/api/account").status()).isEqualTo(403);
    }

    @Test
    void the_account_is_closed_to_a_stranger() {
        assertThat(demo.browser().get("/api/account").status()).isEqualTo(401);
    }

    @Test
    void an_advisor_can_have_a_nir_judged() {
        assertThat(post(demo.advisor(), "/api/nir-check", NIR)
                        .json()
                        .get("accepted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_student_cannot_have_a_nir_judged() {
        assertThat(post(student(), "/api/nir-check", NIR).status()).isEqualTo(403);
    }

    @Test
    void a_student_can_have_a_password_judged() {
        assertThat(post(student(), "/api/password-check", PASSWORD)
                        .json()
                        .get("accepted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_advisor_cannot_have_a_password_judged() {
        assertThat(post(demo.advisor(), "/api/password-check", PASSWORD).status())
                .isEqualTo(403);
    }

    @Test
    void a_student_is_told_which_address_was_probably_meant() {
        assertThat(post(student(), "/api/email-check", EMAIL).body())
                .isEqualTo("{\"accepted\":true,\"reason\":null,\"suggestion\":\"anna@gmail.com\"}");
    }

    @Test
    void an_advisor_can_have_an_email_address_judged() {
        assertThat(post(demo.advisor(), "/api/email-check", "{\"email\":\"anna@univ-lyon2.fr\"}")
                        .body())
                .isEqualTo("{\"accepted\":false,\"reason\":\"UNIVERSITY\",\"suggestion\":null}");
    }

    @Test
    void nothing_at_all_is_judged_as_an_empty_email_address() {
        assertThat(post(student(), "/api/email-check", "{}")
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("EMPTY");
    }

    @Test
    void operators_and_strangers_cannot_have_an_email_address_judged() {
        assertThat(post(demo.operator(), "/api/email-check", EMAIL).status()).isEqualTo(403);
        assertThat(post(demo.browser(), "/api/email-check", EMAIL).status()).isEqualTo(401);
    }

    @Test
    void an_email_address_is_not_judged_without_the_token_against_forgery() {
        assertThat(student()
                        .send("POST", "/api/email-check", "application/json", EMAIL)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_student_reads_the_facts_of_the_forms_in_their_own_language() {
        assertThat(student()
                        .get("/api/facts")
                        .json()
                        .get("order-ceam")
                        .get(1)
                        .get("text")
                        .asText())
                .isEqualTo("La CEAM est valable 2 ans.");
    }

    @Test
    void the_facts_of_the_forms_are_closed_to_staff_and_strangers() {
        assertThat(demo.advisor().get("/api/facts").status()).isEqualTo(403);
        assertThat(demo.browser().get("/api/facts").status()).isEqualTo(401);
    }

    private Browser student() {
        return demo.student(Applicant.next());
    }

    private static Reply post(Browser person, String path, String body) {
        var csrf = person.get("/api/csrf").json();
        return person.send(
                "POST",
                path,
                "application/json",
                body,
                csrf.get("headerName").asText(),
                csrf.get("token").asText());
    }
}
