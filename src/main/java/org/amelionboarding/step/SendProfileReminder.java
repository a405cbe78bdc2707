package org.amelionboarding.step;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.PoliteHours;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * One mail for all that is to do now; none when the rest is put off. It can be stopped from the mail itself.
 * Polite though the timer's date is, the job may come late: after a night without the application.
 */
@Component
class SendProfileReminder implements JavaDelegate {

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final Outbox outbox;
    private final PoliteHours politeHours;
    private final Texts texts;
    private final OnboardingSettings settings;
    private final Clock clock;

    SendProfileReminder(
            Dossiers dossiers,
            Profiles profiles,
            Outbox outbox,
            PoliteHours politeHours,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.outbox = outbox;
        this.politeHours = politeHours;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        List<ProfileItem> open = profiles.openItems(dossier.number());
        if (!open.isEmpty()) {
            String stopLink = settings.baseUrl() + "/reminders/stop?token=" + profiles.stopToken(dossier.number());
            outbox.queueStoppable(
                    politeHours.from(clock.instant()),
                    stopLink,
                    dossier,
                    MessagePurpose.PROFILE_REMINDER,
                    clock.instant().toString(),
                    list(open, dossier.language()),
                    stopLink);
        }
    }

    private String list(List<ProfileItem> items, String language) {
        return items.stream()
                .map(item -> "– " + texts.text(language, "form." + item.form() + ".title"))
                .collect(Collectors.joining("\n"));
    }
}
