package org.amelionboarding.step;

import java.time.Clock;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** Tells the student, at the address that the account has now, what it is good for. */
@Component
class TellNewAddress extends DatedNotice {

    TellNewAddress(Dossiers dossiers, Outbox outbox, Texts texts, Clock clock) {
        super(MessagePurpose.NEW_EMAIL_IN_USE, dossiers, outbox, texts, clock);
    }
}
