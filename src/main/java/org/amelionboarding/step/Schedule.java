package org.amelionboarding.step;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/** When the models' timers fire, and what is due then ({@code ${schedule…}}). */
@Component("schedule")
public class Schedule {

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final OnboardingSettings settings;
    private final Clock clock;

    Schedule(Dossiers dossiers, OneTimeSecrets secrets, OnboardingSettings settings, Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** As many as fit in before the limit. */
    public String waitingCheckIns() {
        var waiting = settings.waiting();
        long times = waiting.limit().minusMillis(1).dividedBy(waiting.checkIn());
        return "R" + times + "/" + waiting.checkIn();
    }

    public String waitingLimit() {
        return settings.waiting().limit().toString();
    }

    public Date resetLinkExpiry(String dossier) {
        return Date.from(
                secrets.live(dossier, SecretPurpose.RESET_LINK).orElseThrow().expiresAt());
    }

    public String stepReminders() {
        return "R" + settings.step().reminders() + "/" + settings.step().reminder();
    }

    public String stepLimit() {
        return settings.step().limit().toString();
    }

    /** Recalls the live link, so that a re-send moves nothing; without one it is the last notice before closing. */
    public Date emailReminder(String dossier) {
        return Date.from(liveLink(dossier)
                .map(link -> link.issuedAt().plus(settings.link().reminder()))
                .orElseGet(() -> noticeDate(dossier)));
    }

    /** The end of the live link, or without one of the dossier. */
    public Date emailTimeUp(String dossier) {
        return Date.from(liveLink(dossier).map(OneTimeSecret::expiresAt).orElseGet(() -> closingDate(dossier)));
    }

    /** Whether a new link replaces an expired one without being asked for. */
    public boolean anotherLink(String dossier) {
        Instant lastAction = dossiers.of(dossier).lastActionAt();
        // The first link is issued with the action, at the same instant.
        int links = secrets.issuedSince(dossier, SecretPurpose.EMAIL_LINK, lastAction.minusMillis(1));
        return links < settings.link().most() && !closingReached(dossier);
    }

    /** An active account is not closed. */
    public boolean closingNear(String dossier) {
        return !dossiers.of(dossier).isActive() && !clock.instant().isBefore(noticeDate(dossier));
    }

    /**
     * Whether nobody waits for the confirmation any longer, once no other link is sent. An active account keeps the
     * address that it has and can ask again; a new one has until its closing date.
     */
    public boolean confirmationGivenUp(String dossier) {
        return dossiers.of(dossier).isActive() || closingReached(dossier);
    }

    private boolean closingReached(String dossier) {
        return !clock.instant().isBefore(closingDate(dossier));
    }

    /** When everything is erased unless the student goes on. */
    Instant closingDate(String dossier) {
        return settings.step().closing(dossiers.of(dossier));
    }

    private Instant noticeDate(String dossier) {
        Duration notice = settings.step().notice();
        return closingDate(dossier).minus(notice);
    }

    /** How long an advisor may release a locked student. */
    public String lockedStudent() {
        return settings.help().locked().toString();
    }

    /** How long an answer waits to be read. */
    public String unreadAnswer() {
        return settings.contact().unread().toString();
    }

    private Optional<OneTimeSecret> liveLink(String dossier) {
        return secrets.live(dossier, SecretPurpose.EMAIL_LINK);
    }
}
