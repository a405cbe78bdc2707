package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Tells the student that the address they gave was never confirmed, and that nothing has changed. */
@Component
class TellAddressKept extends DatedNotice {

    TellAddressKept(Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        super(MessagePurpose.EMAIL_KEPT, dossiers, outbox, texts, clock);
    }
}
