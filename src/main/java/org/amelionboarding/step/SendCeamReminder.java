package org.amelionboarding.step;

import java.time.Clock;
import java.time.LocalDate;
import org.amelionboarding.content.Facts;
import org.amelionboarding.dossier.Departure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Before a departure: order the card while it comes in time, afterwards ask for the certificate. Each is said once a
 * day at the most, the certificate once for each departure.
 */
@Component
class SendCeamReminder implements JavaDelegate {

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final ReminderMail mail;
    private final Facts facts;
    private final Texts texts;
    private final OnboardingSettings settings;
    private final Clock clock;

    SendCeamReminder(
            Dossiers dossiers,
            Profiles profiles,
            ReminderMail mail,
            Facts facts,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.mail = mail;
        this.facts = facts;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (!profiles.areRemindersStopped(dossier.number())) {
            profiles.departure(dossier.number())
                    .filter(departure -> !departure.isOver(today))
                    .ifPresent(departure -> remind(dossier, departure, today));
        }
    }

    private void remind(Dossier dossier, Departure departure, LocalDate today) {
        boolean tooNear = departure.isTooNear(today, settings.profile().ceam());
        mail.queue(
                dossier,
                MessagePurpose.CEAM_REMINDER,
                departure.day() + ":" + (tooNear ? "certificate" : today),
                texts.day(departure.day(), dossier.language()),
                advice(tooNear ? "certificate" : "order", dossier.language()));
    }

    private String advice(String what, String language) {
        String advice = texts.text(language, "message.ceam." + what);
        return facts.find(language, ProfileItem.ORDER_CEAM.form(), what)
                .map(fact -> advice + "\n\n" + fact.line())
                .orElse(advice);
    }
}
