package org.amelionboarding.dossier;

import java.util.Set;

/**
 * What the policy says about a password.
 *
 * @param reasons why it is refused, empty if it is accepted
 * @param strength 0 (weakest) to 4, advice only
 */
public record PasswordVerdict(Set<PasswordProblem> reasons, int strength) {

    public boolean accepted() {
        return reasons.isEmpty();
    }
}
