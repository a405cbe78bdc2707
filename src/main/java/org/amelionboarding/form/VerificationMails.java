package org.amelionboarding.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.Message;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.springframework.stereotype.Component;

/**
 * What has been sent to an address that a student gave. Of either kind: nothing that counts or shows them must tell that
 * the address belongs to another account (A28).
 */
@Component
class VerificationMails {

    private static final Set<MessagePurpose> KINDS =
            EnumSet.of(MessagePurpose.VERIFICATION_LINK, MessagePurpose.EMAIL_ALREADY_USED);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Outbox outbox;
    private final OnboardingSettings.Link settings;
    private final Clock clock;

    VerificationMails(Outbox outbox, OnboardingSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings.link();
        this.clock = clock;
    }

    Optional<Message> latest(String dossier) {
        return KINDS.stream()
                .flatMap(kind -> outbox.latest(dossier, kind).stream())
                .max(Comparator.comparing(Message::queuedAt));
    }

    /** Whether another may be asked for within this hour, to whatever address. */
    boolean mayBeMore(String dossier) {
        Instant hourAgo = clock.instant().minus(HOUR);
        int sent = KINDS.stream()
                .mapToInt(kind -> outbox.countSince(dossier, kind, hourAgo))
                .sum();
        return sent < settings.mostPerHour();
    }

    /** From when the student may ask for the last one again. */
    Instant again(String dossier) {
        return latest(dossier).map(this::again).orElse(Instant.EPOCH);
    }

    private Instant again(Message last) {
        return last.queuedAt().plus(settings.coolDown());
    }
}
