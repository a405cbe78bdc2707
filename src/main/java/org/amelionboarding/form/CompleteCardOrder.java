package org.amelionboarding.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.dossier.ThreadMessage.Author;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/** The student answers what the advisor has asked, and can correct the address. */
@Component
class CompleteCardOrder implements TaskForm<CompleteCardOrder.Input> {

    record Input(
            @NotBlank(message = "EMPTY")
            @Size(max = Contact.LONGEST_MESSAGE, message = "TOO_LONG")
            @Pattern(regexp = Contact.LINES, message = "FORBIDDEN_CHARACTER")
            String message,

            String street,
            String postalCode,
            String city)
            implements AddressEntry {

        @Override
        public String toString() {
            return "CompleteCardOrder[…]";
        }
    }

    private final CardOrders orders;
    private final CardOrderFacts facts;
    private final Profiles profiles;
    private final Texts texts;
    private final OnboardingSettings settings;

    CompleteCardOrder(
            CardOrders orders, CardOrderFacts facts, Profiles profiles, Texts texts, OnboardingSettings settings) {
        this.orders = orders;
        this.facts = facts;
        this.profiles = profiles;
        this.texts = texts;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "Task_CompleteCardOrder";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        input.checkAddress(problems);
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        profiles.keepAddress(dossier.number(), input.address());
        orders.add(dossier.number(), Author.STUDENT, input.message().strip());
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = facts.of(dossier, dossier.language());
        LocalDate lapse = LocalDate.ofInstant(orders.lapsesAt(dossier.number()), settings.zone());
        shown.put("lapsesOn", texts.day(lapse, dossier.language()));
        shown.putAll(AddressEntry.prefill(profiles.address(dossier.number())));
        return shown;
    }
}
