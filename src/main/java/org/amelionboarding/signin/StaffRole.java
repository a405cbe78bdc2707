package org.amelionboarding.signin;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody of the staff may do. */
enum StaffRole {
    ADVISOR,
    OPERATOR,
    AUDITOR;

    static List<GrantedAuthority> authorities(Collection<StaffRole> roles) {
        return roles.stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
