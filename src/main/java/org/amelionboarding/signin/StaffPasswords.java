package org.amelionboarding.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.amelionboarding.dossier.PasswordPolicy;
import org.amelionboarding.dossier.Passwords;
import org.amelionboarding.dossier.TooBusy;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * How the password of a staff account is chosen, against a one-time secret whose guessing is as slow as signing in. The
 * guide's rules are for students; these ask for length, and refuse what is tried first (ASVS 6.2.1, 6.2.4).
 */
@Component
class StaffPasswords {

    /** What can stand in a log and an address, and is unlike a dossier's number and a provider's person. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,38}[a-z0-9]");

    private final StaffAccounts accounts;
    private final FirstOperatorSecret first;
    private final SignInThrottle throttle;
    private final PasswordPolicy policy;
    private final Passwords passwords;

    StaffPasswords(
            StaffAccounts accounts,
            FirstOperatorSecret first,
            SignInThrottle throttle,
            PasswordPolicy policy,
            Passwords passwords) {
        this.accounts = accounts;
        this.first = first;
        this.throttle = throttle;
        this.policy = policy;
        this.passwords = passwords;
    }

    /** What is wrong with the name of a new account; null if nothing. */
    String nameProblem(String name) {
        if (!NAME.matcher(name).matches()) {
            return "MALFORMED";
        }
        return accounts.isTaken(name) ? "TAKEN" : null;
    }

    /**
     * Makes the first operator.
     *
     * @param attempt tells where it comes from
     * @return broken rules, by field; none if it is done
     * @throws SignInBlocked while a wait lasts
     */
    Map<String, String> makeFirstOperator(StaffEntry entry, Authentication attempt) {
        Map<String, String> problems = new LinkedHashMap<>();
        String nameProblem = nameProblem(entry.name());
        if (nameProblem != null) {
            problems.put("name", nameProblem);
        }
        problems.putAll(passwordProblems(entry));
        return problems.isEmpty()
                ? choose("first operator", () -> first.isRight(entry.secret()), () -> operator(entry), attempt)
                : problems;
    }

    private boolean operator(StaffEntry entry) {
        String hash = hash(entry);
        boolean firstOfAll = first.use(entry.secret());
        if (firstOfAll) {
            accounts.addFirstOperator(entry.name(), hash);
        }
        return firstOfAll;
    }

    /** As {@link #makeFirstOperator}, for somebody to whom an operator has given the account. */
    Map<String, String> choose(StaffEntry entry, Authentication attempt) {
        Map<String, String> problems = passwordProblems(entry);
        return problems.isEmpty()
                ? choose(
                        "staff " + entry.name(),
                        () -> accounts.isSecret(entry.name(), entry.secret()),
                        () -> accounts.choosePassword(entry.name(), entry.secret(), hash(entry)),
                        attempt)
                : problems;
    }

    private Map<String, String> choose(String who, BooleanSupplier right, BooleanSupplier use, Authentication attempt) {
        throttle.begin(who, attempt);
        boolean chosen;
        try {
            chosen = right.getAsBoolean() && use.getAsBoolean();
        } catch (TooBusy e) {
            throttle.takeBack(who, attempt);
            throw e;
        }
        if (!chosen) {
            return Map.of("secret", "WRONG");
        }
        throttle.succeeded(who, attempt);
        return Map.of();
    }

    private String hash(StaffEntry entry) {
        return "{argon2}" + passwords.hash(entry.newPassword());
    }

    private Map<String, String> passwordProblems(StaffEntry entry) {
        Map<String, String> problems = entry.passwordProblems();
        if (policy.isCommon(entry.newPassword(), List.of(entry.name()))) {
            problems.putIfAbsent("newPassword", "TOO_COMMON");
        }
        return problems;
    }
}
