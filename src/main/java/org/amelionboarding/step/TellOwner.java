package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Tells the owner that the password was changed. */
@Component
class TellOwner extends DatedNotice {

    TellOwner(Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        super(MessagePurpose.PASSWORD_CHANGED, dossiers, outbox, texts, clock);
    }
}
