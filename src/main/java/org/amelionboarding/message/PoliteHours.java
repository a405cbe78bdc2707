package org.amelionboarding.message;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.stereotype.Component;

/** When a message that can wait may reach people: in the day, neither on Sundays nor on French public holidays. */
@Component
public class PoliteHours {

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
    private final OnboardingSettings settings;

    PoliteHours(OnboardingSettings settings) {
        this.settings = settings;
    }

    /** This moment, or the first polite one after it. */
    public Instant from(Instant instant) {
        ZonedDateTime moment = instant.atZone(settings.zone());
        LocalDate day = moment.toLocalDate();
        if (isPolite(day)) {
            if (moment.toLocalTime().isBefore(settings.profile().politeFrom())) {
                return opening(day);
            }
            if (moment.toLocalTime().isBefore(settings.profile().politeUntil())) {
                return instant;
            }
        }
        return opening(day.plusDays(1)
                .datesUntil(day.plusDays(15))
                .filter(this::isPolite)
                .findFirst()
                .orElseThrow());
    }

    private boolean isPolite(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.isHoliday(day);
    }

    private Instant opening(LocalDate day) {
        return day.atTime(settings.profile().politeFrom())
                .atZone(settings.zone())
                .toInstant();
    }
}
