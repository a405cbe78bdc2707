package org.amelionboarding.step;

import java.util.Date;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.OnboardingSettings;
import org.springframework.stereotype.Component;

/** When the timers of an order of a new Carte Vitale fire ({@code ${cardOrderSchedule…}}). */
@Component("cardOrderSchedule")
public class CardOrderSchedule {

    private final CardOrders orders;
    private final OnboardingSettings settings;

    CardOrderSchedule(CardOrders orders, OnboardingSettings settings) {
        this.orders = orders;
        this.settings = settings;
    }

    /** Of a question that waits for its answer. */
    public String reminders() {
        return "R" + settings.cardOrder().reminders() + "/"
                + settings.cardOrder().reminder();
    }

    /** When the order lapses unless the student answers. */
    public Date lapse(String dossier) {
        return Date.from(orders.lapsesAt(dossier));
    }

    /** How long a decision waits to be read. */
    public String unreadDecision() {
        return settings.cardOrder().unread().toString();
    }
}
