package org.amelionboarding.form;

import java.util.Map;
import org.amelionboarding.dossier.AccountService;
import org.amelionboarding.dossier.Dossier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A student changes contact details whenever they change in life. */
@Component
@Order(50)
class ChangeContactDetails implements ServiceForm<ContactDetailsEntry.Typed>, AccountService {

    private final ContactDetailsEntry details;

    ChangeContactDetails(ContactDetailsEntry details) {
        this.details = details;
    }

    @Override
    public String key() {
        return "contact-details-change";
    }

    @Override
    public String name() {
        return "contact-details";
    }

    @Override
    public String address() {
        return "#/?processStart=" + key();
    }

    /** Always: a new address takes the place of one that still waits for its confirmation. */
    @Override
    public boolean isOpenTo(String dossier) {
        return true;
    }

    @Override
    public Class<ContactDetailsEntry.Typed> input() {
        return ContactDetailsEntry.Typed.class;
    }

    @Override
    public void check(ContactDetailsEntry.Typed typed, Dossier own, Problems problems) {
        details.check(typed, own, problems);
        if (problems.all().isEmpty()) {
            problems.addUnless(!details.changes(typed, own).isEmpty(), "form", "UNCHANGED");
        }
    }

    @Override
    public void accept(ContactDetailsEntry.Typed typed, Dossier own) {
        details.keep(typed, own, details.changes(typed, own));
    }

    @Override
    public Map<String, String> prefill(Dossier own) {
        return details.onFile(own);
    }
}
