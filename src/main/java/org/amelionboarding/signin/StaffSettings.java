package org.amelionboarding.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff accounts under {@code onboarding.staff.accounts}, by user name. There are none by default (A30): no account that
 * everybody knows.
 *
 * @param secretLifetime how long the first operator, or somebody who was given an account, can choose a password
 */
@ConfigurationProperties("onboarding.staff")
public record StaffSettings(
        @DefaultValue Map<String, Account> accounts,
        @DefaultValue("P2D") Duration secretLifetime,
        @DefaultValue Oidc oidc) {

    /**
     * @param password hash with its scheme in braces, e.g. {@code {argon2}$argon2id$…}
     * @param role {@code ADVISOR}, {@code OPERATOR} or {@code AUDITOR} (reads and changes nothing)
     */
    public record Account(String password, StaffRole role) {}

    /**
     * What the organisation's provider tells of a person.
     *
     * @param claim claim of the ID token that holds one role or a list of them
     * @param advisor value of it that means {@code ADVISOR}; accordingly the others
     */
    public record Oidc(
            @DefaultValue("roles") String claim,
            @DefaultValue("ADVISOR") String advisor,
            @DefaultValue("OPERATOR") String operator,
            @DefaultValue("AUDITOR") String auditor) {

        Set<StaffRole> roles(Collection<?> values) {
            return Arrays.stream(StaffRole.values())
                    .filter(role -> values.contains(value(role)))
                    .collect(Collectors.toSet());
        }

        private String value(StaffRole role) {
            return switch (role) {
                case ADVISOR -> advisor;
                case OPERATOR -> operator;
                case AUDITOR -> auditor;
            };
        }
    }
}
