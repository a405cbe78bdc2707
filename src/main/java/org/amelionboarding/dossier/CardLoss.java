package org.amelionboarding.dossier;

import java.time.LocalDate;

/**
 * What happened to a Carte Vitale.
 *
 * @param on the day of it, or the day on which it was noticed
 */
public record CardLoss(Kind kind, LocalDate on) {

    public enum Kind {
        LOST,
        STOLEN
    }

    @Override
    public String toString() {
        return "CardLoss[…]";
    }
}
