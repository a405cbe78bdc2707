package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.CardOrders.Decision;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.amelionboarding.message.Languages;
import org.springframework.stereotype.Component;

/** An advisor approves an order of a new Carte Vitale, refuses it, or asks the student. */
@Component
class ReviewCardOrder implements TaskForm<ReviewCardOrder.Input> {

    enum Action {
        APPROVE,
        ASK,
        REFUSE
    }

    /** @param message the question, or why the order is refused */
    record Input(
            @NotNull(message = "EMPTY") Action action,

            @Size(max = Contact.LONGEST_MESSAGE, message = "TOO_LONG")
            @Pattern(regexp = Contact.LINES, message = "FORBIDDEN_CHARACTER")
            String message) {

        boolean isBlank() {
            return message == null || message.isBlank();
        }

        @Override
        public String toString() {
            return "ReviewCardOrder[" + action + "]";
        }
    }

    private final CardOrders orders;
    private final CardOrderFacts facts;
    private final Profiles profiles;
    private final Languages languages;

    ReviewCardOrder(CardOrders orders, CardOrderFacts facts, Profiles profiles, Languages languages) {
        this.orders = orders;
        this.facts = facts;
        this.profiles = profiles;
        this.languages = languages;
    }

    @Override
    public String key() {
        return "Task_ReviewCardOrder";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** Nothing that was written is thrown away by the wrong button. */
    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.action() == Action.APPROVE) {
            problems.addUnless(input.isBlank(), "message", "NOT_SENT");
        } else if (input.action() != null) {
            problems.addUnless(!input.isBlank(), "message", "EMPTY");
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        switch (input.action()) {
            case APPROVE -> orders.decide(dossier.number(), Decision.APPROVED);
            case REFUSE -> {
                write(input, dossier);
                orders.decide(dossier.number(), Decision.REFUSED);
            }
            case ASK -> write(input, dossier);
        }
    }

    private void write(Input input, Dossier dossier) {
        orders.add(dossier.number(), Author.ADVISOR, input.message().strip());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = StudentCard.of(dossier);
        shown.putAll(facts.of(dossier, languages.current()));
        shown.putAll(AddressEntry.prefill(profiles.address(dossier.number())));
        return shown;
    }
}
