package org.amelionboarding.signin;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes of what a provider has signed somebody of the staff, or refuses. */
@Component
class StaffFromProvider implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** The provider knows the person, who has no business here. */
    static final String NO_ROLE = "no_role";

    /** No e-mail address, nor anything else that tells who it is at first sight. */
    private static final Pattern NAME = Pattern.compile("[\\w.|-]{1,64}");

    private final StaffSettings.Oidc settings;

    StaffFromProvider(StaffSettings settings) {
        this.settings = settings.oidc();
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        Set<StaffRole> roles = settings.roles(values(token.getClaim(settings.claim())));
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(NO_ROLE);
        }
        return new ProvidersPerson(name(token, request.getClientRegistration()), StaffRole.authorities(roles), token);
    }

    private static Collection<?> values(Object claim) {
        return claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
    }

    private static String name(OidcIdToken token, ClientRegistration provider) {
        String claim = provider.getProviderDetails().getUserInfoEndpoint().getUserNameAttributeName();
        String name = token.getClaimAsString(StringUtils.hasText(claim) ? claim : IdTokenClaimNames.SUB);
        if (name == null || !NAME.matcher(name).matches()) {
            throw new OAuth2AuthenticationException("unusable_name");
        }
        return provider.getRegistrationId() + ':' + name;
    }
}
