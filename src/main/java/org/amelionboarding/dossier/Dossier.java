package org.amelionboarding.dossier;

import java.time.Instant;
import org.springframework.data.annotation.Id;
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
    private Identity identity;
    private MobileNumber mobile;
    private PersonalEmail email;
    private String passwordHash;
    private final String language;
    private final RequestChannel channel;
    private final boolean registrationFinalised;
    private final boolean carteVitaleReceived;
    private Readiness readiness;
    private final Instant requestedAt;
    private Instant signedInAt;
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
            Identity identity,
            MobileNumber mobile,
            String language,
            RequestChannel channel,
            boolean registrationFinalised,
            boolean carteVitaleReceived,
            Instant requestedAt) {
        this.number = number;
        this.nir = nir;
        this.identity = identity;
        this.mobile = mobile;
        this.language = language;
        this.channel = channel;
        this.registrationFinalised = registrationFinalised;
        this.carteVitaleReceived = carteVitaleReceived;
        this.requestedAt = requestedAt;
    }

    public void assess(Readiness result) {
        readiness = result;
    }

    public void choosePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChosenAt = at;
    }

    public void acceptTerms(Instant at) {
        termsAcceptedAt = at;
    }

    /** @param newMobile null keeps the number that is known already */
    public void giveContactDetails(PersonalEmail newEmail, MobileNumber newMobile, Instant at) {
        email = newEmail;
        mobile = newMobile == null ? mobile : newMobile;
        detailsGivenAt = at;
    }

    public void correctMobile(MobileNumber corrected) {
        mobile = corrected;
    }

    public void correctEmail(PersonalEmail corrected) {
        email = corrected;
    }

    public void confirmEmail(Instant at) {
        emailConfirmedAt = at;
    }

    public void activate(Instant at) {
        activatedAt = at;
    }

    /** Ends the dossier and erases everything personal, so that NIR and e-mail address are free again. */
    public void close(Closure reason, Instant at) {
        closure = reason;
        closedAt = at;
        nir = null;
        identity = null;
        mobile = null;
        email = null;
        passwordHash = null;
    }

    public boolean isReady() {
        return readiness == Readiness.READY;
    }

    public boolean isEmailConfirmed() {
        return emailConfirmedAt != null;
    }

    public boolean isActive() {
        return activatedAt != null;
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

    public Identity identity() {
        return identity;
    }

    public MobileNumber mobile() {
        return mobile;
    }

    public PersonalEmail email() {
        return email;
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
