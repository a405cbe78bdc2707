package org.amelionboarding.dossier;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.amelionboarding.dossier.OnboardingSettings.Ceam;

/**
 * The beginning of a stay in another country of Europe, for which the CEAM must come in time.
 *
 * @param toldOn day on which the student told it
 */
public record Departure(LocalDate day, LocalDate toldOn) {

    /** Days on which the card is recalled, earliest first; those that were over when the departure was told are left out. */
    public Stream<LocalDate> reminders(Ceam ceam) {
        return Stream.concat(ceam.reminders().stream(), Stream.of(ceam.certificate()))
                .map(day::minus)
                .filter(toldOn::isBefore)
                .sorted();
    }

    /** The day on which the card is asked about again unless the student names an earlier one. */
    public LocalDate again(Ceam ceam) {
        return reminders(ceam).findFirst().orElse(day);
    }

    public boolean isOver(LocalDate today) {
        return !today.isBefore(day);
    }

    /** Whether a card that is ordered today would come too late. */
    public boolean isTooNear(LocalDate today, Ceam ceam) {
        return !today.isBefore(day.minus(ceam.certificate()));
    }
}
