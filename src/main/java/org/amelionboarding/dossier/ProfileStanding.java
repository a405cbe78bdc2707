package org.amelionboarding.dossier;

import java.time.LocalDate;

/**
 * Where a student stands with an item of the profile.
 *
 * @param day to which the item is put off, or on which it was answered; null while it is to do
 */
public record ProfileStanding(ProfileItem item, State state, LocalDate day) {

    public enum State {
        TO_DO,
        PUT_OFF,
        DONE,
        NOT_CONCERNED
    }

    static ProfileStanding toDo(ProfileItem item) {
        return new ProfileStanding(item, State.TO_DO, null);
    }
}
