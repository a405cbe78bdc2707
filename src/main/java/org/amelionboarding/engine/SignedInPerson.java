package org.amelionboarding.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells Camunda's web applications who has signed in with us. Camunda makes it by its class name. */
public class SignedInPerson extends ContainerBasedAuthenticationProvider {

    static final Map<String, String> GROUPS = Map.of(
            "ROLE_STUDENT", Groups.STUDENTS,
            "ROLE_ADVISOR", Groups.ADVISORS,
            "ROLE_OPERATOR", Groups.OPERATORS,
            "ROLE_AUDITOR", Groups.AUDITORS);

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken || !person.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = AuthenticationResult.successful(person.getName());
        result.setGroups(groups(person));
        return result;
    }

    static List<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .map(GROUPS::get)
                .filter(group -> group != null)
                .toList();
    }
}
