package org.amelionboarding.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The organisation's OpenID providers, under {@code spring.security.oauth2.client}. Each is asked for its addresses when
 * somebody first signs in through it: while it cannot be reached the application starts all the same, and everybody else
 * gets in.
 */
@Component
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class StaffProviders implements ClientRegistrationRepository {

    private static final String BACK = "/staff/oidc/{registrationId}/code";

    private final OAuth2ClientProperties settings;
    private final String baseUrl;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    StaffProviders(OAuth2ClientProperties settings, OnboardingSettings onboarding) {
        this.settings = settings;
        this.baseUrl = onboarding.baseUrl().toString();
    }

    /** What people call the providers, by id. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        settings.getRegistration()
                .forEach((id, client) -> names.put(id, client.getClientName() == null ? id : client.getClientName()));
        return names;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (settings.getRegistration().containsKey(id) && !known.containsKey(id)) {
            known.put(id, ask(id));
        }
        return known.get(id);
    }

    private ClientRegistration ask(String id) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, settings.getRegistration().get(id));
        one.getProvider().putAll(settings.getProvider());
        ClientRegistration told =
                new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id);
        return ClientRegistration.withClientRegistration(told)
                .redirectUri(baseUrl + BACK)
                .scope(scopes(told))
                .build();
    }

    /** Without this one the provider would tell who may call it, and not who has signed in. */
    private static Set<String> scopes(ClientRegistration client) {
        Set<String> scopes = new TreeSet<>(Set.of(OidcScopes.OPENID));
        scopes.addAll(Objects.requireNonNullElse(client.getScopes(), Set.of()));
        return scopes;
    }
}
