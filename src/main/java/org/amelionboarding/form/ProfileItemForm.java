package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;

/** An item of the profile: done, not concerned, or later. Each is a task of its own and so a class of its own. */
abstract class ProfileItemForm implements TaskForm<ProfileItemForm.Input> {

    record Input(@NotNull(message = "EMPTY") ProfileAnswer answer, LocalDate laterUntil) {}

    private final ProfileItem item;
    private final Profiles profiles;
    private final OnboardingSettings settings;
    private final Clock clock;

    ProfileItemForm(ProfileItem item, Profiles profiles, OnboardingSettings settings, Clock clock) {
        this.item = item;
        this.profiles = profiles;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_" + getClass().getSimpleName();
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.answer() != ProfileAnswer.LATER) {
            return;
        }
        if (input.laterUntil() == null) {
            problems.add("laterUntil", "EMPTY");
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        LocalDate last = today.plus(settings.profile().longestLater());
        problems.addUnless(input.laterUntil().isAfter(today), "laterUntil", "NOT_FUTURE");
        problems.addUnless(!input.laterUntil().isAfter(last), "laterUntil", "TOO_FAR");
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        LocalDate until = input.answer() == ProfileAnswer.LATER ? input.laterUntil() : null;
        profiles.answer(dossier.number(), item, input.answer(), until);
    }
}
