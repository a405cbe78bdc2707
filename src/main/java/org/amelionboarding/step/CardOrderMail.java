package org.amelionboarding.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.PoliteHours;
import org.amelionboarding.message.Texts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Tells a student where the order of a new Carte Vitale stands, but nothing of what was written: mail is read by others
 * (A25).
 */
@Component
class CardOrderMail {

    private final Dossiers dossiers;
    private final CardOrders orders;
    private final Outbox outbox;
    private final PoliteHours politeHours;
    private final Texts texts;
    private final OnboardingSettings settings;
    private final Clock clock;

    CardOrderMail(
            Dossiers dossiers,
            CardOrders orders,
            Outbox outbox,
            PoliteHours politeHours,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.orders = orders;
        this.outbox = outbox;
        this.politeHours = politeHours;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    void send(MessagePurpose purpose, DelegateExecution execution) {
        Dossier dossier = dossier(execution);
        // A closed dossier has no address any more.
        if (!dossier.isClosed()) {
            outbox.queue(dossier, purpose, occasion(execution));
        }
    }

    void ask(DelegateExecution execution) {
        tellLapse(clock.instant(), MessagePurpose.CARD_ORDER_QUESTION, execution);
    }

    void remind(DelegateExecution execution) {
        tellLapse(politeHours.from(clock.instant()), MessagePurpose.CARD_ORDER_REMINDER, execution);
    }

    private void tellLapse(Instant from, MessagePurpose purpose, DelegateExecution execution) {
        Dossier dossier = dossier(execution);
        if (!dossier.isClosed()) {
            LocalDate lapse = LocalDate.ofInstant(orders.lapsesAt(dossier.number()), settings.zone());
            outbox.queueFrom(from, dossier, purpose, occasion(execution), texts.day(lapse, dossier.language()));
        }
    }

    private Dossier dossier(DelegateExecution execution) {
        return dossiers.of(execution.getProcessBusinessKey());
    }

    private static String occasion(DelegateExecution execution) {
        return execution.getActivityInstanceId();
    }
}
