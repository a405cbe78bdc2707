package org.amelionboarding.form;

import java.time.Clock;
import java.time.Duration;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.SecretPurpose;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way back in: a link by mail to an active account, before that the provisional code again. */
@Component
class ForgottenPassword {

    /** Starts a password reset, or reaches the running one. */
    static final String ASKED = "RESET_ASKED";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final NewCode newCode;
    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final RuntimeService runtime;
    private final OnboardingSettings.Reset settings;
    private final Clock clock;

    ForgottenPassword(
            NewCode newCode,
            Dossiers dossiers,
            OneTimeSecrets secrets,
            RuntimeService runtime,
            OnboardingSettings settings,
            Clock clock) {
        this.newCode = newCode;
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.runtime = runtime;
        this.settings = settings.reset();
        this.clock = clock;
    }

    @Transactional
    public void help(Dossier dossier) {
        if (!dossier.isActive()) {
            newCode.send(dossier);
        } else if (mayHaveAnotherLink(dossier.number())) {
            // Of two nodes that are asked at the same moment the second fails on the dossier's version.
            dossiers.change(dossier.number(), unchanged -> {});
            runtime.createMessageCorrelation(ASKED)
                    .processInstanceBusinessKey(dossier.number())
                    .correlate();
        }
    }

    private boolean mayHaveAnotherLink(String dossier) {
        return links(dossier, settings.coolDown()) == 0
                && links(dossier, HOUR) < settings.mostPerHour()
                && links(dossier, DAY) < settings.mostPerDay();
    }

    private int links(String dossier, Duration within) {
        return secrets.issuedSince(
                dossier, SecretPurpose.RESET_LINK, clock.instant().minus(within));
    }
}
