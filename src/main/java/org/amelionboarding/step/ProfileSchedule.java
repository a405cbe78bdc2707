package org.amelionboarding.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.PoliteHours;
import org.springframework.stereotype.Component;

/** When the timers of profile completion fire ({@code ${profileSchedule…}}). */
@Component("profileSchedule")
public class ProfileSchedule {

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final PoliteHours politeHours;
    private final OnboardingSettings settings;
    private final Clock clock;

    ProfileSchedule(
            Dossiers dossiers, Profiles profiles, PoliteHours politeHours, OnboardingSettings settings, Clock clock) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.politeHours = politeHours;
        this.settings = settings;
        this.clock = clock;
    }

    /** The next reminder; those that were missed while the application was down are left out, not made up for. */
    public Date reminder(String dossier) {
        return Date.from(nextReminder(dossier).orElseThrow());
    }

    public boolean anotherReminder(String dossier) {
        return nextReminder(dossier).isPresent();
    }

    private Optional<Instant> nextReminder(String dossier) {
        return reminders(dossier).filter(clock.instant()::isBefore).findFirst();
    }

    /** In whole seconds, as a timer that fires must not find its own moment still to come. */
    private Stream<Instant> reminders(String dossier) {
        Instant activated = dossiers.of(dossier).activatedAt().truncatedTo(ChronoUnit.SECONDS);
        return settings.profile().reminders().stream().map(activated::plus).map(politeHours::from);
    }

    /** The beginning of the day that an item was put off to. */
    public Date again(String dossier, ProfileItem item) {
        return Date.from(beginning(profiles.putOffUntil(dossier, item).orElseThrow()));
    }

    /** When nobody waits for answers any more. */
    public Date end(String dossier) {
        return Date.from(theEnd(dossier));
    }

    /** Whether an item was put off so that the end has moved. */
    public boolean stillPutOff(String dossier) {
        return clock.instant().isBefore(theEnd(dossier));
    }

    /** The last reminder, or the day that an item was put off to if that is later, and the patience after it. */
    private Instant theEnd(String dossier) {
        Stream<Instant> putOff = Arrays.stream(ProfileItem.values())
                .flatMap(item -> profiles.putOffUntil(dossier, item).stream())
                .map(this::beginning);
        return Stream.concat(reminders(dossier), putOff)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(settings.profile().patience());
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }
}
