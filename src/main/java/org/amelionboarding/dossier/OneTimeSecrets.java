package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Provisional codes and link tokens: random, expiring, single use, tries counted before the comparison.
 *
 * <p>Source: requirements A1–A9 (ASVS 5.0 chapters 6.5 and 11.5).
 */
@Component
public class OneTimeSecrets implements Holding {

    /** A code or a link without its value. */
    record Told(
            SecretPurpose purpose, Instant issuedAt, Instant expiresAt, int tries, Instant usedAt, Instant revokedAt) {}

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final OneTimeSecretRepository repository;
    private final JdbcAggregateTemplate rows;
    private final CodeTries tries;
    private final Cipher cipher;
    private final Clock clock;
    private final OnboardingSettings settings;

    OneTimeSecrets(
            OneTimeSecretRepository repository,
            JdbcAggregateTemplate rows,
            CodeTries tries,
            Cipher cipher,
            Clock clock,
            OnboardingSettings settings) {
        this.repository = repository;
        this.rows = rows;
        this.tries = tries;
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
                Draw.code(),
                settings.code().lifetime());
    }

    /**
     * Issues a provisional code for an advisor to hand over on paper: this answer is the only copy, nobody can read or
     * send it again.
     */
    @Transactional
    public String issueForDesk(String dossier) {
        String code = Draw.code();
        issue(
                dossier,
                SecretPurpose.PROVISIONAL_CODE,
                code,
                null,
                settings.code().lifetime());
        return code;
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
                Draw.code(),
                settings.signInCode().lifetime());
    }

    /** Issues the token of the verification link; an earlier one is dead from now on. */
    @Transactional
    public OneTimeSecret issueLinkToken(String dossier) {
        return issue(
                dossier, SecretPurpose.EMAIL_LINK, Draw.token(), settings.link().lifetime());
    }

    /** Issues the token of the link that opens the page for a new password; an earlier one is dead from now on. */
    @Transactional
    public OneTimeSecret issueResetToken(String dossier) {
        return issue(
                dossier,
                SecretPurpose.RESET_LINK,
                Draw.token(),
                settings.reset().lifetime());
    }

    private OneTimeSecret issue(String dossier, SecretPurpose purpose, String value, Duration lifetime) {
        return issue(dossier, purpose, value, cipher.seal(value, purpose.name()), lifetime);
    }

    private OneTimeSecret issue(String dossier, SecretPurpose purpose, String value, byte[] sealed, Duration lifetime) {
        Instant now = clock.instant();
        revoke(dossier, purpose);
        return rows.insert(new OneTimeSecret(
                UUID.randomUUID().toString(),
                dossier,
                purpose,
                digest(purpose, dossier, value),
                sealed,
                now,
                now.plus(lifetime),
                0,
                null,
                null));
    }

    /** Makes the live secret of this purpose, if any, worthless. */
    public void revoke(String dossier, SecretPurpose purpose) {
        if (purpose == SecretPurpose.PROVISIONAL_CODE) {
            tries.forget(dossier);
        }
        repository.revoke(dossier, purpose.name(), clock.instant());
    }

    /**
     * Whether this is the live provisional code; a right one is used up by the answer. After too many wrong tries from
     * one origin, or from all together, no further try is looked at ({@link CodeTries}).
     */
    public boolean useProvisionalCode(String dossier, String typed, String origin) {
        return live(dossier, SecretPurpose.PROVISIONAL_CODE)
                .filter(code -> useCounted(code, typed, origin))
                .isPresent();
    }

    private boolean useCounted(OneTimeSecret code, String typed, String origin) {
        CodeTries.Try counted = tries.count(code, origin);
        boolean right = counted.counts() && use(code, typed);
        if (!right) {
            tries.wrong(code, counted);
        }
        return right;
    }

    /**
     * The dead provisional code that this once was: who knows it is its owner and may be told what has become of it. A
     * live one is never found, so that nobody can try it out here.
     */
    public Optional<OneTimeSecret> formerProvisionalCode(String dossier, String typed) {
        return repository
                .findFirst5ByDossierAndPurposeOrderByIssuedAtDesc(dossier, SecretPurpose.PROVISIONAL_CODE)
                .stream()
                .filter(code -> !isLive(code))
                .filter(code -> isSame(code, typed))
                .findFirst();
    }

    /**
     * Whether this is the live code of a sign-in; a right one is used up by the answer.
     *
     * @param id of the code that this sign-in waits for: a code sent for another one does not open it (A6)
     */
    public boolean useSignInCode(String dossier, String id, String typed) {
        return live(dossier, SecretPurpose.SIGN_IN_CODE)
                .filter(code -> code.id().equals(id))
                .filter(code ->
                        repository.countTry(code.id(), settings.signInCode().attempts()) == 1)
                .filter(code -> use(code, typed))
                .isPresent();
    }

    /** The code that a sign-in waits for; none once a newer sign-in or a new password has taken its place. */
    public Optional<OneTimeSecret> awaitedSignInCode(String id) {
        return repository.findById(id).filter(OneTimeSecret::isAwaited);
    }

    /** Whether this code of a sign-in could still open it. */
    public boolean isGood(OneTimeSecret signInCode) {
        return isLive(signInCode) && signInCode.tries() < settings.signInCode().attempts();
    }

    /**
     * Until when no further code of a sign-in is issued; those that were used do not count, because who signs in often is
     * no attacker (A4).
     */
    public Optional<Instant> signInCodesBlockedUntil(String dossier) {
        Instant now = clock.instant();
        OnboardingSettings.SignInCode limits = settings.signInCode();
        List<Instant> unused = repository.unusedSince(dossier, SecretPurpose.SIGN_IN_CODE.name(), now.minus(DAY));
        return Stream.of(endOfWindow(unused, limits.mostPerHour(), HOUR), endOfWindow(unused, limits.mostPerDay(), DAY))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    /** When so many of these moments, newest first, no longer lie within the window. */
    private static Optional<Instant> endOfWindow(List<Instant> moments, int most, Duration window) {
        return moments.stream().skip(most - 1L).findFirst().map(moment -> moment.plus(window));
    }

    private boolean use(OneTimeSecret code, String typed) {
        return isSame(code, typed) && repository.use(code.id(), clock.instant()) == 1;
    }

    /** In constant time (A7). People type a code in groups, as they read it. */
    private boolean isSame(OneTimeSecret code, String typed) {
        String digest = digest(code.purpose(), code.dossier(), typed.replaceAll("\\s", ""));
        return MessageDigest.isEqual(code.digest().getBytes(US_ASCII), digest.getBytes(US_ASCII));
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

    /**
     * The provisional code to send (again): the live one, so that an earlier SMS goes on being good; a new one if there
     * is none, if it was handed over on paper, or if wrong tries have made it worthless anywhere: only a new value ends
     * that.
     */
    @Transactional
    public OneTimeSecret provisionalCodeToSend(String dossier) {
        return live(dossier, SecretPurpose.PROVISIONAL_CODE)
                .filter(OneTimeSecret::isRepeatable)
                .filter(code -> !tries.isLockedAnywhere(code))
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

    /** How many secrets of this purpose all dossiers together have been given since then, universities' files apart. */
    public int askedForSince(SecretPurpose purpose, Instant since) {
        return repository.countAskedFor(purpose, since);
    }

    /** How many of such have been used since then, whenever they were issued. */
    public int askedForAndUsedSince(SecretPurpose purpose, Instant since) {
        return repository.countAskedForAndUsed(purpose, since);
    }

    /** The value of a live secret, to send it (again). */
    public String reveal(OneTimeSecret secret) {
        return cipher.open(secret.sealed(), secret.purpose().name());
    }

    /** Forgets all values; who clicks a link later is still told that it has expired. */
    void forgetValues(String dossier) {
        tries.forget(dossier);
        repository.forgetValues(dossier, clock.instant());
    }

    @Override
    public String name() {
        return "codesAndLinks";
    }

    /** Oldest first. */
    @Override
    public List<Told> of(String dossier) {
        return repository.findByDossierOrderByIssuedAt(dossier).stream()
                .map(secret -> new Told(
                        secret.purpose(),
                        secret.issuedAt(),
                        secret.expiresAt(),
                        secret.tries(),
                        secret.usedAt(),
                        secret.revokedAt()))
                .toList();
    }

    @Override
    public void erase(String dossier) {
        repository.deleteByDossier(dossier);
    }

    /** A code is worthless without its dossier; a link must be found without knowing it, and 256 bits are enough. */
    private String digest(SecretPurpose purpose, String dossier, String value) {
        String owner = purpose.isLink() ? "" : dossier;
        return cipher.digest(owner + '|' + value, purpose.name());
    }
}
