package org.amelionboarding.step;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One mail for all that is to do now; none when the rest is put off. */
@Component
class SendProfileReminder implements JavaDelegate {

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final ReminderMail mail;
    private final Texts texts;
    private final Clock clock;

    SendProfileReminder(Dossiers dossiers, Profiles profiles, ReminderMail mail, Texts texts, Clock clock) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.mail = mail;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        List<ProfileItem> open = profiles.openItems(dossier.number());
        if (!open.isEmpty()) {
            mail.queue(
                    dossier,
                    MessagePurpose.PROFILE_REMINDER,
                    clock.instant().toString(),
                    list(open, dossier.language()));
        }
    }

    private String list(List<ProfileItem> items, String language) {
        return items.stream()
                .map(item -> "– " + texts.text(language, "form." + item.form() + ".title"))
                .collect(Collectors.joining("\n"));
    }
}
