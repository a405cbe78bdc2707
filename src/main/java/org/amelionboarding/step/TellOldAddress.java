package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** A last mail to the address that the account had; so before it is changed. */
@Component
class TellOldAddress extends DatedNotice {

    TellOldAddress(Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        super(MessagePurpose.EMAIL_CHANGED, dossiers, outbox, texts, clock);
    }
}
