package org.amelionboarding.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.amelionboarding.dossier.CardLoss;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** A student's order of a new Carte Vitale, for who reads it in a form. Shown as text, kept nowhere else. */
@Component
class CardOrderFacts {

    private final CardOrders orders;
    private final ThreadText thread;
    private final Texts texts;

    CardOrderFacts(CardOrders orders, ThreadText thread, Texts texts) {
        this.orders = orders;
        this.thread = thread;
        this.texts = texts;
    }

    Map<String, String> of(Dossier dossier, String language) {
        CardLoss loss = orders.loss(dossier.number());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("loss", loss.kind().name());
        facts.put("lostOn", texts.day(loss.on(), language));
        facts.put("thread", thread.of(orders.messages(dossier.number()), language));
        return facts;
    }
}
