package org.amelionboarding.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Departure;
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
        Instant opened = profiles.openedAt(dossier)
                .orElseGet(() -> dossiers.of(dossier).activatedAt())
                .truncatedTo(ChronoUnit.SECONDS);
        return settings.profile().reminders().stream().map(opened::plus).map(politeHours::from);
    }

    /** The next reminder of the CEAM before a departure; of those that were missed only the last is made up for. */
    public Date ceamReminder(String dossier) {
        return Date.from(nextCeamReminder(dossier).orElseThrow());
    }

    public boolean anotherCeamReminder(String dossier) {
        return !profiles.areRemindersStopped(dossier)
                && nextCeamReminder(dossier).isPresent();
    }

    private Optional<Instant> nextCeamReminder(String dossier) {
        return profiles.departure(dossier).stream()
                .flatMap(departure -> departure.reminders(settings.profile().ceam()))
                .map(this::beginning)
                .map(politeHours::from)
                .filter(clock.instant()::isBefore)
                .findFirst();
    }

    /** Whether a departure is so near that a card that is ordered now would come too late. */
    public boolean isCardTooLate(String dossier) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return profiles.departure(dossier)
                .filter(departure -> !departure.isOver(today))
                .filter(departure ->
                        departure.isTooNear(today, settings.profile().ceam()))
                .isPresent();
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

    /** The last reminder, the day that an item was put off to or a departure, whichever is last, and the patience. */
    private Instant theEnd(String dossier) {
        Stream<LocalDate> putOff =
                Arrays.stream(ProfileItem.values()).flatMap(item -> profiles.putOffUntil(dossier, item).stream());
        Stream<LocalDate> departure = profiles.departure(dossier).map(Departure::day).stream();
        return Stream.concat(
                        reminders(dossier), Stream.concat(putOff, departure).map(this::beginning))
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(settings.profile().patience());
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }
}
