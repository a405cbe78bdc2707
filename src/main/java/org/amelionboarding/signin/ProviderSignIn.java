package org.amelionboarding.signin;

import java.time.Duration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** How staff sign in at a provider: authorization code with PKCE, state and nonce. */
@Component
class ProviderSignIn {

    private static final String START = "/staff/oidc";

    /** A provider that says nothing must not hold the sign-ins of the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StaffProviders providers;
    private final StaffFromProvider staff;

    ProviderSignIn(StaffProviders providers, StaffFromProvider staff) {
        this.providers = providers;
        this.staff = staff;
    }

    void addTo(HttpSecurity http) throws Exception {
        if (providers.names().isEmpty()) {
            return;
        }
        ProviderFailure failure = new ProviderFailure();
        http.oauth2Login(login -> {
            login.loginPage("/staff/sign-in")
                    .clientRegistrationRepository(providers)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .authorizationEndpoint(start -> start.authorizationRequestResolver(withPkce()))
                    .redirectionEndpoint(back -> back.baseUri(START + "/*/code"))
                    .tokenEndpoint(token -> token.accessTokenResponseClient(patientClient()))
                    .userInfoEndpoint(person -> person.oidcUserService(staff))
                    .failureHandler(failure)
                    .defaultSuccessUrl("/camunda/app/cockpit/default/");
            login.addObjectPostProcessor(tellingUnreachable(failure));
        });
    }

    private OAuth2AuthorizationRequestResolver withPkce() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static RestClientAuthorizationCodeTokenResponseClient patientClient() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.detect()
                        .build(ClientHttpRequestFactorySettings.defaults()
                                .withConnectTimeout(PATIENCE)
                                .withReadTimeout(PATIENCE)))
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** The filter that leads to the provider would answer with an error of its own when it cannot be reached. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> tellingUnreachable(
            ProviderFailure failure) {
        return new ObjectPostProcessor<>() {

            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(failure);
                return filter;
            }
        };
    }
}
