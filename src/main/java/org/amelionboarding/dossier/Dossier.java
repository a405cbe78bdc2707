package org.amelionboarding.dossier;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;

/**
 * One student's onboarding: who the student is and what has been done when. The dossier number is the only thing of it
 * that the engine knows: business key, user id and assignee.
 */
public class Dossier {

    @Id
    private final String number;

    @Version
    private int version;

    private Nir nir;
    private ProvisionalNumber provisionalNumber;
    private Identity identity;
    private MobileNumber mobile;
    private PersonalEmail email;
    private PersonalEmail newEmail;
    private PersonalEmail confirmedEmail;
    private String passwordHash;
    private final String language;
    private final RequestChannel channel;
    private boolean registrationFinalised;
    private boolean carteVitaleReceived;
    private Readiness readiness;
    private final Instant requestedAt;
    private int requests = 1;
    private Instant lastActionAt;
    private Instant extendedUntil;

    /** Written by {@link Dossiers#signedIn} beside all other changes, as is the one below. */
    @ReadOnlyProperty
    private Instant signedInAt;

    @ReadOnlyProperty
    private Instant previousSignedInAt;

    private Instant passwordChosenAt;
    private Instant termsAcceptedAt;
    private Instant detailsGivenAt;
    private Instant emailConfirmedAt;
    private Instant activatedAt;
    private Instant closedAt;
    private Closure closure;

    Dossier(
            String number,
            Nir nir,
            ProvisionalNumber provisionalNumber,
            Identity identity,
            MobileNumber mobile,
            String language,
            RequestChannel channel,
            boolean registrationFinalised,
            boolean carteVitaleReceived,
            Instant requestedAt) {
        this.number = number;
        this.nir = nir;
        this.provisionalNumber = provisionalNumber;
        this.identity = identity;
        this.mobile = mobile;
        this.language = language;
        this.channel = channel;
        this.registrationFinalised = registrationFinalised;
        this.carteVitaleReceived = carteVitaleReceived;
        this.requestedAt = requestedAt;
        this.lastActionAt = requestedAt;
    }

    /** The student asked once more; what an advisor has seen meanwhile only ever adds to what was known. */
    void requestAgain(CodeRequest request) {
        requests++;
        registrationFinalised |= request.registrationFinalised();
        carteVitaleReceived |= request.carteVitaleReceived();
        nir = nir == null ? request.nir() : nir;
        mobile = request.mobile();
    }

    /** @param permanent null keeps the number that is known */
    public void receive(Nir permanent, boolean carteVitale) {
        nir = permanent == null ? nir : permanent;
        carteVitaleReceived |= carteVitale;
    }

    /** A deadline that was moved belongs to the wait before. */
    public void assess(Readiness result, Instant at) {
        readiness = result;
        extendedUntil = null;
        lastActionAt = at;
    }

    public void choosePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChosenAt = first(passwordChosenAt, at);
        lastActionAt = at;
    }

    public void acceptTerms(Instant at) {
        termsAcceptedAt = at;
        lastActionAt = at;
    }

    /** @param newMobile null keeps the number that is known already */
    public void giveContactDetails(PersonalEmail newEmail, MobileNumber newMobile, Instant at) {
        email = newEmail;
        mobile = newMobile == null ? mobile : newMobile;
        detailsGivenAt = at;
        lastActionAt = at;
    }

    /** Until then the dossier is not closed, however long the student does nothing. */
    public void extend(Instant until) {
        extendedUntil = until;
    }

    public void correctMobile(MobileNumber corrected) {
        mobile = corrected;
    }

    public void correctEmail(PersonalEmail corrected, Instant at) {
        if (isActive()) {
            giveNewEmail(corrected, at);
        } else {
            email = corrected;
            lastActionAt = at;
        }
    }

    /** Until it is confirmed the address on file stays valid; that one given once more is no new one. */
    void giveNewEmail(PersonalEmail given, Instant at) {
        newEmail = given.isSameMailboxAs(email) ? null : given;
        lastActionAt = at;
    }

    public void askForLinkAgain(Instant at) {
        lastActionAt = at;
    }

    /** From now on the address belongs to this account and to no other (A28). */
    public void confirmEmail(Instant at) {
        emailConfirmedAt = at;
        confirmedEmail = emailToConfirm().canonical();
        lastActionAt = at;
    }

    void changeEmail() {
        email = newEmail;
        newEmail = null;
    }

    void keepEmail() {
        newEmail = null;
    }

    public void activate(Instant at) {
        activatedAt = at;
    }

    /** How long a step took is not told by its repetition. */
    private static Instant first(Instant known, Instant now) {
        return known == null ? now : known;
    }

    /** Ends the dossier and erases everything personal, so that NIR and e-mail address are free again. */
    public void close(Closure reason, Instant at) {
        closure = reason;
        closedAt = at;
        nir = null;
        provisionalNumber = null;
        identity = null;
        mobile = null;
        email = null;
        newEmail = null;
        confirmedEmail = null;
        passwordHash = null;
    }

    public boolean isReady() {
        return readiness == Readiness.READY;
    }

    /** A provisional number or a missing card comes in time; an unfinished registration is the student's to finish. */
    public boolean isWorthWaiting() {
        return readiness == Readiness.WAIT_FOR_NUMBER || readiness == Readiness.WAIT_FOR_CARD;
    }

    /** Whether this was not the student's first request; asked by the process that the latest request started. */
    public boolean isRequestedBefore() {
        return requests > 1;
    }

    public boolean isTermsAccepted() {
        return termsAcceptedAt != null;
    }

    /** Whether no address waits for its confirmation. */
    public boolean isEmailConfirmed() {
        return newEmail == null ? emailConfirmedAt != null : isNewEmailConfirmed();
    }

    /** Whether an address has been confirmed since then, or at that moment. */
    public boolean isEmailConfirmedSince(Instant then) {
        return emailConfirmedAt != null && !emailConfirmedAt.isBefore(then);
    }

    /** Whether an active account waits to get another address. */
    public boolean isNewEmailGiven() {
        return newEmail != null;
    }

    public boolean isNewEmailConfirmed() {
        return newEmail != null && newEmail.canonical().equals(confirmedEmail);
    }

    /** Whether the student is asked to confirm an address no longer, because the account keeps the one it has. */
    public boolean isNewEmailWithdrawn() {
        return isActive() && newEmail == null;
    }

    public boolean isActive() {
        return activatedAt != null;
    }

    /** Whether the account can be used: active, and not closed since. */
    public boolean isInUse() {
        return isActive() && !isClosed();
    }

    /** Whether the student has signed in, with both steps, since the account exists. */
    public boolean isSignedInSinceActivation() {
        return isActive() && signedInAt != null && signedInAt.isAfter(activatedAt);
    }

    /** Whether the student is still on the way to the account. */
    public boolean isUnderWay() {
        return !isActive() && !isClosed();
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public String number() {
        return number;
    }

    public Nir nir() {
        return nir;
    }

    public ProvisionalNumber provisionalNumber() {
        return provisionalNumber;
    }

    /** The NIR, or the provisional number, as it may be shown; null once the dossier has ended. */
    public String maskedNumber() {
        if (nir != null) {
            return nir.masked();
        }
        return provisionalNumber == null ? null : provisionalNumber.masked();
    }

    public Identity identity() {
        return identity;
    }

    public MobileNumber mobile() {
        return mobile;
    }

    public PersonalEmail email() {
        return email;
    }

    /** Where a verification link goes: the new address if there is one, else the one on file. */
    public PersonalEmail emailToConfirm() {
        return newEmail == null ? email : newEmail;
    }

    /** Whether this is the address on file, or the one that is to take its place. */
    public boolean hasEmail(PersonalEmail some) {
        return some.isSameMailboxAs(email) || some.isSameMailboxAs(emailToConfirm());
    }

    public String passwordHash() {
        return passwordHash;
    }

    public String language() {
        return language;
    }

    public RequestChannel channel() {
        return channel;
    }

    public boolean registrationFinalised() {
        return registrationFinalised;
    }

    public boolean carteVitaleReceived() {
        return carteVitaleReceived;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When the student, or an advisor for them, last did something. */
    public Instant lastActionAt() {
        return lastActionAt;
    }

    /** Until when an advisor has moved the deadline; null if none has. */
    public Instant extendedUntil() {
        return extendedUntil;
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** The last sign-in; null if there was none. */
    public Instant signedInAt() {
        return signedInAt;
    }

    /** The sign-in before the last one; null if there was only one. */
    public Instant previousSignedInAt() {
        return previousSignedInAt;
    }

    public Readiness readiness() {
        return readiness;
    }

    public Closure closure() {
        return closure;
    }

    @Override
    public String toString() {
        return "Dossier " + number;
    }
}
