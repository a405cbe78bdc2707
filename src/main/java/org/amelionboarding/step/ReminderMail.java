package org.amelionboarding.step;

import java.time.Clock;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.PoliteHours;
import org.springframework.stereotype.Component;

/**
 * Mails that recall what is open in the profile. Each can be stopped from the mail itself. Polite though a timer's date
 * is, its job may come late: after a night without the application.
 */
@Component
class ReminderMail {

    private final Profiles profiles;
    private final Outbox outbox;
    private final PoliteHours politeHours;
    private final OnboardingSettings settings;
    private final Clock clock;

    ReminderMail(Profiles profiles, Outbox outbox, PoliteHours politeHours, OnboardingSettings settings, Clock clock) {
        this.profiles = profiles;
        this.outbox = outbox;
        this.politeHours = politeHours;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Queues one, once for the same occasion.
     *
     * @param args what the text's placeholders stand for; the last one is the stop link
     */
    void queue(Dossier dossier, MessagePurpose purpose, String occasion, Object... args) {
        String stopLink = settings.baseUrl() + "/reminders/stop?token=" + profiles.stopToken(dossier.number());
        outbox.queueStoppable(
                politeHours.from(clock.instant()),
                stopLink,
                dossier,
                purpose,
                occasion,
                Stream.concat(Stream.of(args), Stream.of(stopLink)).toArray());
    }
}
