package org.amelionboarding.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.amelionboarding.dossier.Cipher;
import org.amelionboarding.dossier.Draw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** The local accounts of staff: those of the settings, and those that operators keep. */
@Component
class StaffAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(StaffAccounts.class);

    private final StaffAccountRepository repository;
    private final JdbcAggregateTemplate rows;
    private final Map<String, StaffSettings.Account> bySettings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final StaffSettings settings;
    private final SessionRegistry sessions;
    private final Cipher cipher;
    private final Clock clock;

    StaffAccounts(
            StaffAccountRepository repository,
            JdbcAggregateTemplate rows,
            StaffSettings settings,
            SessionRegistry sessions,
            Cipher cipher,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.bySettings.putAll(settings.accounts());
        this.settings = settings;
        this.sessions = sessions;
        this.cipher = cipher;
        this.clock = clock;
    }

    boolean isEmpty() {
        return bySettings.isEmpty() && repository.count() == 0;
    }

    boolean isTaken(String name) {
        return bySettings.containsKey(name) || repository.findById(name).isPresent();
    }

    List<StaffAccount> kept() {
        return repository.findAllByOrderByName();
    }

    Map<String, StaffSettings.Account> bySettings() {
        return bySettings;
    }

    /** Who can sign in under this name; nobody while the account is blocked or waits for its first password. */
    Optional<UserDetails> user(String name) {
        return Optional.ofNullable(bySettings.get(name))
                .map(account -> User.withUsername(name.toLowerCase(Locale.ROOT))
                        .password(account.password())
                        .roles(account.role().name())
                        .build())
                .or(() -> repository
                        .findById(name.toLowerCase(Locale.ROOT))
                        .filter(account -> account.state() == StaffAccount.State.OPEN)
                        .map(StaffAccount::user));
    }

    /** @param hash with its scheme in braces */
    void addFirstOperator(String name, String hash) {
        rows.insert(new StaffAccount(name, StaffRole.OPERATOR, hash, null, null, clock.instant(), null));
        LOG.info("First operator: {}", name);
    }

    /** @return the one-time secret with which its owner chooses a password; this answer is the only copy */
    String add(String name, StaffRole role) {
        rows.insert(new StaffAccount(name, role, null, null, null, clock.instant(), null));
        return giveSecret(name);
    }

    /** As {@link #add}, for somebody who has lost the password: the old one is worthless from now on. */
    String giveSecret(String name) {
        String secret = Draw.token();
        repository.giveSecret(name, digest(name, secret), clock.instant().plus(settings.secretLifetime()));
        endSessions(name);
        return secret;
    }

    /** Whether this is the account's one-time secret; in constant time (A7). */
    boolean isSecret(String name, String typed) {
        String digest = repository
                .findById(name)
                .filter(account -> account.state() == StaffAccount.State.AWAITED)
                .filter(account -> account.secretDigest() != null)
                .filter(account -> clock.instant().isBefore(account.secretExpiresAt()))
                .map(StaffAccount::secretDigest)
                .orElse("");
        return MessageDigest.isEqual(
                digest.getBytes(US_ASCII), digest(name, typed).getBytes(US_ASCII));
    }

    /** @return whether the secret was still good; it is used up by the answer */
    boolean choosePassword(String name, String secret, String hash) {
        return repository.choosePassword(name, hash, digest(name, secret), clock.instant()) == 1;
    }

    /** Ends the account's sessions at once (A17). */
    void block(String name) {
        repository.block(name, clock.instant());
        endSessions(name);
    }

    void unblock(String name) {
        repository.unblock(name);
    }

    private void endSessions(String name) {
        // Spring Security's users are the same if their names are.
        UserDetails user = new User(name, "", List.of());
        sessions.getAllSessions(user, false).forEach(SessionInformation::expireNow);
    }

    private String digest(String name, String secret) {
        return cipher.digest(name + ' ' + secret, "staff");
    }
}
