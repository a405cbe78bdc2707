package org.amelionboarding.form;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.Dossier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A student asks the Assurance Maladie. One question at a time: what comes to mind later belongs to the same thread. */
@Component
@Order(40)
class Contact implements ServiceForm<Contact.Input>, AccountService {

    static final int LONGEST_MESSAGE = 4000;
    static final String LINES = "[\\P{Cntrl}\\r\\n\\t]*";

    record Input(
            @NotBlank(message = "EMPTY")
            @Size(max = 100, message = "TOO_LONG")
            @Pattern(regexp = "\\P{Cntrl}*", message = "FORBIDDEN_CHARACTER")
            String subject,

            @NotBlank(message = "EMPTY")
            @Size(max = LONGEST_MESSAGE, message = "TOO_LONG")
            @Pattern(regexp = LINES, message = "FORBIDDEN_CHARACTER")
            String message) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    private final Contacts contacts;
    private final RunningServices services;

    Contact(Contacts contacts, RunningServices services) {
        this.contacts = contacts;
        this.services = services;
    }

    @Override
    public String key() {
        return "contact";
    }

    @Override
    public String name() {
        return key();
    }

    @Override
    public String address() {
        return "#/?processStart=" + key();
    }

    @Override
    public boolean isOpenTo(String dossier) {
        return !services.isUnderWay(key(), dossier);
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    /** The dossier is locked: of two questions sent at the same moment the second finds the first. */
    @Override
    public void check(Input input, Dossier own, Problems problems) {
        problems.addUnless(!services.isUnderWay(key(), own.number()), "form", "ONE_AT_A_TIME");
    }

    @Override
    public void accept(Input input, Dossier own) {
        contacts.open(own.number(), input.subject().strip(), input.message().strip());
    }
}
