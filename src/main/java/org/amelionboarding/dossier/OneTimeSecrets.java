package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Provisional codes and link tokens: random, expiring, single use, tries counted before the comparison.
 *
 * <p>Source: requirements A1–A9 (ASVS 5.0 chapters 6.5 and 11.5).
 */
@Component
public class OneTimeSecrets {

    private final OneTimeSecretRepository repository;
    private final JdbcAggregateTemplate rows;
    private final Cipher cipher;
    private final Clock clock;
    private final OnboardingSettings settings;
    private final SecureRandom random = new SecureRandom();

    OneTimeSecrets(
            OneTimeSecretRepository repository,
            JdbcAggregateTemplate rows,
            Cipher cipher,
            Clock clock,
            OnboardingSettings settings) {
        this.repository = repository;
        this.rows = rows;
        this.cipher = cipher;
        this.clock = clock;
        this.settings = settings;
    }

    /** Issues the provisional code: 8 digits (A1); an earlier one is dead from now on (A6). */
    @Transactional
    public OneTimeSecret issueProvisionalCode(String dossier) {
        return issue(
                dossier,
                SecretPurpose.PROVISIONAL_CODE,
                eightDigits(),
                settings.code().lifetime());
    }

    /**
     * Issues the provisional code to somebody who stands at the desk; an earlier one is dead from now on.
     *
     * @return the code in clear, which nobody can read again: no sealed copy of it is kept
     */
    @Transactional
    public String issueForDesk(String dossier) {
        OneTimeSecret code = issueProvisionalCode(dossier);
        String clear = reveal(code);
        repository.forgetValue(code.id());
        return clear;
    }

    /** Whether the live provisional code was made for the desk. */
    public boolean isWithStudent(String dossier) {
        return live(dossier, SecretPurpose.PROVISIONAL_CODE)
                .filter(code -> !code.isRepeatable())
                .isPresent();
    }

    /** Issues the code of one sign-in: 8 digits; an earlier one is dead from now on. */
    @Transactional
    public OneTimeSecret issueSignInCode(String dossier) {
        return issue(
                dossier,
                SecretPurpose.SIGN_IN_CODE,
                eightDigits(),
                settings.signInCode().lifetime());
    }

    private String eightDigits() {
        return "%08d".formatted(random.nextInt(100_000_000));
    }

    /** Issues the token of the verification link; an earlier one is dead from now on. */
    @Transactional
    public OneTimeSecret issueLinkToken(String dossier) {
        return issue(dossier, SecretPurpose.EMAIL_LINK, token(), settings.link().lifetime());
    }

    /** Issues the token of the link that opens the page for a new password; an earlier one is dead from now on. */
    @Transactional
    public OneTimeSecret issueResetToken(String dossier) {
        return issue(
                dossier, SecretPurpose.RESET_LINK, token(), settings.reset().lifetime());
    }

    /** 256 random bits (A9), in characters that a link can hold. */
    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OneTimeSecret issue(String dossier, SecretPurpose purpose, String value, Duration lifetime) {
        Instant now = clock.instant();
        revoke(dossier, purpose);
        return rows.insert(new OneTimeSecret(
                UUID.randomUUID().toString(),
                dossier,
                purpose,
                digest(purpose, dossier, value),
                cipher.seal(value, purpose.name()),
                now,
                now.plus(lifetime),
                0,
                null,
                null));
    }

    /** Makes the live secret of this purpose, if any, worthless. */
    public void revoke(String dossier, SecretPurpose purpose) {
        repository.revoke(dossier, purpose.name(), clock.instant());
    }

    /** Whether this is the live provisional code; a right one is used up by the answer. */
    public boolean useProvisionalCode(String dossier, String code) {
        return useCode(
                dossier, SecretPurpose.PROVISIONAL_CODE, code, settings.code().attempts());
    }

    /** Whether this is the live code of a sign-in; a right one is used up by the answer. */
    public boolean useSignInCode(String dossier, String code) {
        return useCode(
                dossier, SecretPurpose.SIGN_IN_CODE, code, settings.signInCode().attempts());
    }

    /** People type a code in groups, as they read it. */
    private boolean useCode(String dossier, SecretPurpose purpose, String typed, int attempts) {
        String digest = digest(purpose, dossier, typed.replaceAll("\\s", ""));
        return live(dossier, purpose)
                .filter(secret -> repository.countTry(secret.id(), attempts) == 1)
                .filter(secret -> isSame(secret.digest(), digest))
                .filter(secret -> repository.use(secret.id(), clock.instant()) == 1)
                .isPresent();
    }

    /** The link that a token belongs to, whatever has become of it. */
    public Optional<OneTimeSecret> findLink(String token) {
        return find(SecretPurpose.EMAIL_LINK, token);
    }

    /** As {@link #findLink}, for the link that leads to a new password. */
    public Optional<OneTimeSecret> findResetLink(String token) {
        return find(SecretPurpose.RESET_LINK, token);
    }

    private Optional<OneTimeSecret> find(SecretPurpose purpose, String token) {
        return repository.findByPurposeAndDigest(purpose, digest(purpose, "", token));
    }

    /** Whether this token is live and belongs to the dossier; if so it is used up by the answer. */
    public boolean useLinkToken(String dossier, String token) {
        return use(findLink(token), dossier);
    }

    /** As {@link #useLinkToken}, for the link that leads to a new password. */
    public boolean useResetToken(String dossier, String token) {
        return use(findResetLink(token), dossier);
    }

    private boolean use(Optional<OneTimeSecret> found, String dossier) {
        return found.filter(link -> link.dossier().equals(dossier))
                .filter(link -> repository.use(link.id(), clock.instant()) == 1)
                .isPresent();
    }

    /** The provisional code to send (again): the live one, so that an earlier SMS goes on being good, else a new one. */
    public OneTimeSecret provisionalCodeToSend(String dossier) {
        return live(dossier, SecretPurpose.PROVISIONAL_CODE)
                .filter(OneTimeSecret::isRepeatable)
                .orElseGet(() -> issueProvisionalCode(dossier));
    }

    /** The secret that can be used now. */
    public Optional<OneTimeSecret> live(String dossier, SecretPurpose purpose) {
        return repository.findLive(dossier, purpose.name(), clock.instant());
    }

    public boolean isLive(OneTimeSecret secret) {
        return secret.isLive(clock.instant());
    }

    /** How many secrets of this purpose the dossier has been given. */
    public int issued(String dossier, SecretPurpose purpose) {
        return repository.countByDossierAndPurpose(dossier, purpose);
    }

    /** How many of them since then. */
    public int issuedSince(String dossier, SecretPurpose purpose, Instant since) {
        return repository.countByDossierAndPurposeAndIssuedAtAfter(dossier, purpose, since);
    }

    /** How many secrets of this purpose all dossiers together have been given since then. */
    public int issuedSince(SecretPurpose purpose, Instant since) {
        return repository.countByPurposeAndIssuedAtAfter(purpose, since);
    }

    /** How many of this purpose have been used since then, whenever they were issued. */
    public int usedSince(SecretPurpose purpose, Instant since) {
        return repository.countByPurposeAndUsedAtAfter(purpose, since);
    }

    /** The value of a live secret, to send it (again). */
    public String reveal(OneTimeSecret secret) {
        return cipher.open(secret.sealed(), secret.purpose().name());
    }

    /** Forgets all values; who clicks a link later is still told that it has expired. */
    public void erase(String dossier) {
        repository.erase(dossier, clock.instant());
    }

    /** In constant time (A7). */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    /** A code is worthless without its dossier; a link must be found without knowing it, and 256 bits are enough. */
    private String digest(SecretPurpose purpose, String dossier, String value) {
        String owner = purpose.isLink() ? "" : dossier;
        return cipher.digest(owner + '|' + value, purpose.name());
    }
}
