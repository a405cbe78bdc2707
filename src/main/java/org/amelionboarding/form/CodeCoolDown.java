package org.amelionboarding.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.amelionboarding.dossier.GrowingWait;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Message;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.springframework.stereotype.Component;

/** How long one waits before the provisional code is sent again: longer after each sending of a day (A14, A15). */
@Component
class CodeCoolDown {

    private static final Duration DAY = Duration.ofDays(1);

    private final Outbox outbox;
    private final OnboardingSettings.Code settings;
    private final Clock clock;

    CodeCoolDown(Outbox outbox, OnboardingSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings.code();
        this.clock = clock;
    }

    /** The end of the wait; empty if the code can be sent now. */
    Optional<Instant> until(String dossier) {
        Instant now = clock.instant();
        int sent = outbox.countSince(dossier, MessagePurpose.PROVISIONAL_CODE, now.minus(DAY));
        return outbox.latest(dossier, MessagePurpose.PROVISIONAL_CODE)
                .map(Message::queuedAt)
                .map(last -> last.plus(after(sent)))
                .filter(end -> end.isAfter(now));
    }

    /** The wait after so many sendings within a day. */
    Duration after(int sent) {
        return new GrowingWait(settings.coolDown(), settings.longestCoolDown()).after(sent - 1);
    }
}
