package org.amelionboarding.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether a password may be chosen: the guide's {@link PasswordRules}, then, for one that meets them, the
 * {@link CommonPasswords}. ASVS 6.2.4 asks for that list among passwords that the rules admit; others cannot be chosen
 * anyway.
 */
@Component
public class PasswordPolicy {

    private final PasswordRules rules;
    private final CommonPasswords common = new CommonPasswords();
    private final PasswordStrength strength = new PasswordStrength();

    public PasswordPolicy(Clock clock) {
        rules = new PasswordRules(clock);
    }

    /**
     * @param birthDate null where it is not held
     * @param personalWords names, local part of the e-mail address: what those who know the student try first
     */
    public PasswordVerdict verdict(String password, Nir nir, LocalDate birthDate, Collection<String> personalWords) {
        Set<PasswordProblem> reasons = rules.check(password, nir, birthDate);
        if (reasons.isEmpty() && common.contain(password, personalWords)) {
            return new PasswordVerdict(Set.of(PasswordProblem.TOO_COMMON), 0);
        }
        return new PasswordVerdict(reasons, strength.of(password));
    }

    /** Whether it is one that an attacker tries first, whatever else is asked of it. */
    public boolean isCommon(String password, Collection<String> words) {
        return common.contain(password, words);
    }
}
