package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.OpenIdProvider;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;

/** Staff who come from the organisation's OpenID provider, a real one. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInTest {

    private static final String START = "/staff/oidc/organisation";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String FAILED = "/staff/sign-in?problem=PROVIDER";

    @Autowired
    private Demo demo;

    @Autowired
    private OAuth2ClientProperties settings;

    private OpenIdProvider provider;

    @BeforeAll
    void start_the_provider() {
        provider = new OpenIdProvider(settings.getProvider().get("organisation").getIssuerUri());
    }

    @AfterAll
    void stop_the_provider() {
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({
        "u-advisor, /desk/agencies/new, 200, /staff/accounts, 403",
        "u-operator, /staff/accounts, 200, /desk/agencies, 403",
        "u-auditor, /desk/agencies, 200, /desk/agencies/new, 403"
    })
    void everybody_reaches_cockpit_in_the_role_that_the_provider_tells(
            String person, String page, int status, String other, int otherStatus) {
        Browser browser = signedIn(person);

        assertThat(browser.get(COCKPIT).status()).isEqualTo(200);
        assertThat(browser.engine("GET", "/process-definition/count", null)
                        .json()
                        .get("count")
                        .asInt())
                .isPositive();
        assertThat(browser.get(page).status()).isEqualTo(status);
        assertThat(browser.get(other).status()).isEqualTo(otherStatus);
    }

    @Test
    void the_engine_knows_people_by_the_providers_id_and_not_by_their_address() {
        Reply person = signedIn("u-advisor").engine("GET", "/user/organisation:u-advisor/profile", null);

        assertThat(person.json().get("id").asText()).isEqualTo("organisation:u-advisor");
        assertThat(person.json().get("email").isNull()).isTrue();
    }

    @Test
    void whom_the_provider_gives_no_role_is_told_so_and_not_signed_in() {
        Browser browser = demo.browser();

        assertThat(browser.get(back(browser, "u-nobody")).location()).isEqualTo("/staff/sign-in?problem=NO_ROLE");

        assertThat(browser.get("/staff/sign-in?problem=NO_ROLE&lang=fr").body()).contains("aucun rôle");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void a17_signing_in_changes_the_session() {
        Browser browser = demo.browser();
        String back = back(browser, "u-advisor");
        String before = browser.cookie("JSESSIONID");

        browser.get(back);

        assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void a17_the_session_ends_as_every_other() {
        Browser browser = signedIn("u-advisor");
        assertThat(browser.get("/api/session").json().get("endsIn").asInt()).isPositive();
        String session = "JSESSIONID=" + browser.cookie("JSESSIONID");
        String csrf = browser.get("/api/csrf").json().get("token").asText();

        browser.post("/sign-out", Map.of("_csrf", csrf));

        assertThat(demo.browser().get("/api/session", "Cookie", session).status())
                .isEqualTo(401);
    }

    @Test
    void the_provider_is_asked_for_a_code_bound_to_this_sign_in() {
        assertThat(demo.browser().get(START).location())
                .startsWith("/oauth2/authorize?response_type=code")
                .contains("code_challenge_method=S256", "&code_challenge=", "&state=", "&nonce=", "scope=openid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "code_challenge"})
    void an_answer_to_another_question_is_refused(String part) {
        Browser browser = demo.browser();
        String asked = browser.get(START).location();
        String other = demo.browser().get(START).location().replaceFirst(".*&(" + part + "=[^&]*).*", "$1");
        String forged = asked.replaceFirst(part + "=[^&]*", other);

        assertThat(browser.get(provider.signIn("u-advisor", forged).location()).location())
                .isEqualTo(FAILED);
    }

    @Test
    void a_forged_state_is_refused() {
        Browser browser = demo.browser();
        String back = back(browser, "u-advisor");

        assertThat(browser.get(back.replaceFirst("state=[^&]*", "state=forged")).location())
                .isEqualTo(FAILED);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void the_answer_to_somebody_else_opens_nothing() {
        String back = back(demo.browser(), "u-operator");
        Browser browser = demo.browser();
        browser.get(START);

        assertThat(browser.get(back).location()).isEqualTo(FAILED);
        assertThat(demo.browser().get(back).location()).isEqualTo(FAILED);
    }

    @Test
    void a_code_works_once() {
        Browser browser = demo.browser();
        String back = back(browser, "u-advisor");
        browser.get(back);
        Browser thief = demo.browser();
        String state = thief.get(START).location().replaceFirst(".*&(state=[^&]*).*", "$1");

        assertThat(browser.get(back).location()).isEqualTo(FAILED);
        assertThat(thief.get(back.replaceFirst("state=[^&]*", state)).location())
                .isEqualTo(FAILED);
    }

    @Test
    void what_the_provider_says_in_refusing_is_not_repeated() {
        Browser browser = demo.browser();
        String state = browser.get(START).location().replaceFirst(".*&(state=[^&]*).*", "$1");

        Reply reply = browser.get(START + "/code?error=marker-1&error_description=marker-2&" + state);

        assertThat(reply.location()).isEqualTo(FAILED);
        assertThat(browser.get(FAILED).body()).contains("role=\"alert\"").doesNotContain("marker");
    }

    @Test
    void a_provider_that_cannot_be_reached_leads_back_to_our_page() {
        assertThat(demo.browser().get("/staff/oidc/elsewhere").location()).isEqualTo(FAILED);
    }

    @Test
    void a_provider_that_nobody_has_set_up_is_none() {
        assertThat(demo.browser().get("/staff/oidc/unknown").status()).isIn(302, 403, 404);
    }

    @Test
    void the_sign_in_page_offers_the_provider() {
        assertThat(demo.browser().get("/staff/sign-in?lang=fr").body())
                .contains("href=\"" + START + "\"", "Continuer avec Compte de l’organisme");
    }

    private Browser signedIn(String person) {
        Browser browser = demo.browser();
        assertThat(browser.get(back(browser, person)).location()).isEqualTo(COCKPIT);
        return browser;
    }

    /** The address at which the provider sends the person back to the application. */
    private String back(Browser browser, String person) {
        return provider.signIn(person, browser.get(START).location()).location();
    }
}
