package org.amelionboarding.step;

import java.time.Clock;
import java.util.stream.Collectors;
import org.amelionboarding.dossier.ContactDetail;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Names what was changed, at the address that is still valid, and no value: it may have been somebody else (A19). */
@Component
class TellOwnerOfChange implements JavaDelegate {

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;

    TellOwnerOfChange(Dossiers dossiers, Profiles profiles, Outbox outbox, Texts texts, Clock clock) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dossier dossier = dossiers.of(execution.getProcessBusinessKey());
        outbox.queue(
                dossier,
                MessagePurpose.DETAILS_CHANGED,
                execution.getProcessInstanceId(),
                texts.moment(clock.instant(), dossier.language()),
                profiles.changedDetails(dossier.number()).stream()
                        .map(detail -> line(detail, dossier.language()))
                        .collect(Collectors.joining("\n")));
    }

    private String line(ContactDetail detail, String language) {
        return "– " + texts.text(language, "message.DETAILS_CHANGED." + detail);
    }
}
