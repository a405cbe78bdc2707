package org.amelionboarding.signin;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Somebody who has signed in at a provider. The name, which goes into the engine's history and the log, is the provider's
 * id and what it calls the person ({@code sub}, unless the settings say otherwise): unlike any local name, and nothing
 * personal.
 */
class ProvidersPerson extends DefaultOidcUser {

    private final String name;

    ProvidersPerson(String name, Collection<GrantedAuthority> authorities, OidcIdToken token) {
        super(authorities, token);
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }
}
