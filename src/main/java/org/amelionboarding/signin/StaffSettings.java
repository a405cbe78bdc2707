package org.amelionboarding.signin;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff accounts under {@code onboarding.staff.accounts}, by user name. There are none by default (A30): no account that
 * everybody knows.
 */
@ConfigurationProperties("onboarding.staff")
public record StaffSettings(@DefaultValue Map<String, Account> accounts) {

    /**
     * @param password hash with its scheme in braces, e.g. {@code {argon2}$argon2id$…}
     * @param role {@code ADVISOR}, {@code OPERATOR} or {@code AUDITOR} (reads and changes nothing)
     */
    public record Account(String password, String role) {}
}
