package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;

/**
 * An item of the profile: done, not concerned, or later. Each is a task of its own and so a class of its own.
 *
 * @param <I> what can be typed
 */
abstract class ProfileItemForm<I extends ProfileItemForm.Answer> implements TaskForm<I> {

    /** What is typed about every item. */
    interface Answer {

        ProfileAnswer answer();

        LocalDate laterUntil();
    }

    /** What is typed about an item that asks for nothing else. */
    record Input(@NotNull(message = "EMPTY") ProfileAnswer answer, LocalDate laterUntil) implements Answer {}

    private final ProfileItem item;
    private final Class<I> input;
    private final Profiles profiles;
    private final OnboardingSettings settings;
    private final Clock clock;

    ProfileItemForm(ProfileItem item, Class<I> input, Profiles profiles, OnboardingSettings settings, Clock clock) {
        this.item = item;
        this.input = input;
        this.profiles = profiles;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "Task_" + getClass().getSimpleName();
    }

    @Override
    public Class<I> input() {
        return input;
    }

    @Override
    public void check(I input, Dossier dossier, Problems problems) {
        if (input.answer() == ProfileAnswer.LATER) {
            checkDay("laterUntil", input.laterUntil(), problems);
        }
    }

    /** A day to come, and not too far. */
    void checkDay(String field, LocalDate day, Problems problems) {
        if (day == null) {
            problems.add(field, "EMPTY");
            return;
        }
        problems.addUnless(day.isAfter(today()), field, "NOT_FUTURE");
        problems.addUnless(!day.isAfter(today().plus(settings.profile().longestLater())), field, "TOO_FAR");
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    @Override
    public void accept(I input, Dossier dossier) {
        LocalDate until = input.answer() == ProfileAnswer.LATER ? input.laterUntil() : null;
        profiles.answer(dossier.number(), item, input.answer(), until);
    }

    /** How an item stands whose task is open: never answered, or put off until now. */
    static String state(Profiles profiles, ProfileItem item, Dossier dossier) {
        return profiles.answerTo(dossier.number(), item).map(Enum::name).orElse("TO_DO");
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        return Map.of("itemState", state(profiles, item, dossier));
    }
}
