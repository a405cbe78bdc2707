package org.amelionboarding.step;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.ThreadMessage;
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
        return Date.from(lapseOf(dossier));
    }

    Instant lapseOf(String dossier) {
        List<ThreadMessage> messages = orders.messages(dossier);
        return messages.get(messages.size() - 1)
                .writtenAt()
                .plus(settings.cardOrder().limit());
    }

    /** How long a decision waits to be read. */
    public String unreadDecision() {
        return settings.cardOrder().unread().toString();
    }
}
