package org.amelionboarding.step;

import java.time.Instant;
import java.util.Date;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecret;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.springframework.stereotype.Component;

/** When the models' timers fire ({@code ${schedule…}}); tied to the link itself, so that a re-send moves nothing. */
@Component("schedule")
public class Schedule {

    private final OneTimeSecrets secrets;
    private final OnboardingSettings.Link link;

    Schedule(OneTimeSecrets secrets, OnboardingSettings settings) {
        this.secrets = secrets;
        this.link = settings.link();
    }

    public Date linkExpiry(String dossier) {
        return Date.from(liveLink(dossier).expiresAt());
    }

    public Date linkReminder(String dossier) {
        Instant reminder = liveLink(dossier).issuedAt().plus(link.reminder());
        return Date.from(reminder);
    }

    public Date resetLinkExpiry(String dossier) {
        return Date.from(
                secrets.live(dossier, SecretPurpose.RESET_LINK).orElseThrow().expiresAt());
    }

    public boolean anotherLink(String dossier) {
        return secrets.issued(dossier, SecretPurpose.EMAIL_LINK) < link.most();
    }

    private OneTimeSecret liveLink(String dossier) {
        return secrets.live(dossier, SecretPurpose.EMAIL_LINK).orElseThrow();
    }
}
