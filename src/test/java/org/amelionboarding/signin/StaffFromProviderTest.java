package org.amelionboarding.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What a provider's claims make of a person. */
class StaffFromProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final StaffFromProvider staff = new StaffFromProvider(new StaffSettings(
            Map.of(), Duration.ofDays(2), new StaffSettings.Oidc("groups", "agents", "ops", "controle")));

    @Test
    void one_value_is_one_role() {
        assertThat(roles(person("u-1", "controle"))).containsExactly("ROLE_AUDITOR");
    }

    @Test
    void several_values_are_several_roles_and_others_mean_nothing() {
        assertThat(roles(person("u-1", List.of("agents", "ops", "ROLE_AUDITOR", "AUDITOR"))))
                .containsExactlyInAnyOrder("ROLE_ADVISOR", "ROLE_OPERATOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AGENTS", "agents,ops", "ADVISOR"})
    void nothing_else_is_a_role(String value) {
        assertThatExceptionOfType(OAuth2AuthenticationException.class)
                .isThrownBy(() -> person("u-1", value))
                .satisfies(
                        refusal -> assertThat(refusal.getError().getErrorCode()).isEqualTo(StaffFromProvider.NO_ROLE));
    }

    @Test
    void the_name_tells_the_provider() {
        assertThat(person("auth0|5f7c8ec7", "agents").getName()).isEqualTo("organisation:auth0|5f7c8ec7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "Anna Kowalska", "a/b", "a:b", "%41"})
    void a_name_that_tells_who_it_is_or_fits_no_address_is_refused(String name) {
        assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> person(name, "agents"));
    }

    private OidcUser person(String name, Object groups) {
        OidcIdToken token = OidcIdToken.withTokenValue("token")
                .subject(name)
                .claim("groups", groups)
                .build();
        ClientRegistration provider = ClientRegistration.withRegistrationId("organisation")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId("onboarding")
                .redirectUri("http://localhost/code")
                .authorizationUri("http://localhost/authorize")
                .tokenUri("http://localhost/token")
                .build();
        OAuth2AccessToken access =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", NOW, NOW.plusSeconds(60));
        return staff.loadUser(new OidcUserRequest(provider, access, token));
    }

    private static List<String> roles(OidcUser person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
