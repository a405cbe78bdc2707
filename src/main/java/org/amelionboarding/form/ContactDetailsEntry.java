package org.amelionboarding.form;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.amelionboarding.dossier.ContactDetail;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.EmailRules;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.dossier.Profiles;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Contact details of an active account, as its student types them; what is blank and on file stays as it is. Another
 * e-mail address or mobile number asks for the password again (A19). Whether an address belongs to another account is
 * decided when it is confirmed, and not told here (A28).
 */
@Component
class ContactDetailsEntry {

    /** Ends the waiting for an address that was given before. */
    private static final String ANOTHER_ADDRESS_GIVEN = "ANOTHER_ADDRESS_GIVEN";

    record Typed(String street, String postalCode, String city, String email, String mobile, String password)
            implements AddressEntry {

        boolean hasAddress() {
            return isGiven(street) || isGiven(postalCode) || isGiven(city);
        }

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    private final Dossiers dossiers;
    private final Profiles profiles;
    private final EmailRules emails;
    private final PasswordField password;
    private final VerificationMails mails;
    private final RuntimeService processes;

    ContactDetailsEntry(
            Dossiers dossiers,
            Profiles profiles,
            EmailRules emails,
            PasswordField password,
            VerificationMails mails,
            @Lazy RuntimeService processes) {
        this.dossiers = dossiers;
        this.profiles = profiles;
        this.emails = emails;
        this.password = password;
        this.mails = mails;
        this.processes = processes;
    }

    void check(Typed typed, Dossier dossier, Problems problems) {
        if (typed.hasAddress() || profiles.address(dossier.number()).isEmpty()) {
            typed.checkAddress(problems);
        }
        if (isGiven(typed.email())) {
            problems.add("email", emails.check(typed.email()));
        }
        if (isGiven(typed.mobile())) {
            problems.add("mobile", MobileNumber.check(typed.mobile()));
        }
        if (isNewEmail(typed, dossier)) {
            problems.addUnless(mails.mayBeMore(dossier.number()), "email", "TOO_MANY");
        }
        if (isNewEmail(typed, dossier) || isNewMobile(typed, dossier)) {
            password.check(typed.password(), dossier, problems);
        }
    }

    private static boolean isGiven(String typed) {
        return typed != null && !typed.isBlank();
    }

    /** What differs from what is on file; of values that keep the rules. */
    Set<ContactDetail> changes(Typed typed, Dossier dossier) {
        Set<ContactDetail> changed = EnumSet.noneOf(ContactDetail.class);
        if (typed.hasAddress()
                && profiles.address(dossier.number())
                        .filter(typed.address()::equals)
                        .isEmpty()) {
            changed.add(ContactDetail.POSTAL_ADDRESS);
        }
        if (isNewEmail(typed, dossier)) {
            changed.add(ContactDetail.EMAIL);
        }
        if (isNewMobile(typed, dossier)) {
            changed.add(ContactDetail.MOBILE);
        }
        return changed;
    }

    private boolean isNewEmail(Typed typed, Dossier dossier) {
        return isGiven(typed.email())
                && emails.check(typed.email()).isEmpty()
                && !dossier.hasEmail(PersonalEmail.of(typed.email()));
    }

    private static boolean isNewMobile(Typed typed, Dossier dossier) {
        return isGiven(typed.mobile())
                && MobileNumber.check(typed.mobile()).isEmpty()
                && !MobileNumber.of(typed.mobile()).equals(dossier.mobile());
    }

    /** Keeps what differs; a new e-mail address only waits, and takes the place of one that waited before. */
    void keep(Typed typed, Dossier dossier, Set<ContactDetail> changes) {
        String number = dossier.number();
        if (changes.contains(ContactDetail.POSTAL_ADDRESS)) {
            profiles.keepAddress(number, typed.address());
        }
        if (changes.contains(ContactDetail.MOBILE)) {
            dossiers.change(number, changing -> changing.correctMobile(MobileNumber.of(typed.mobile())));
        }
        if (changes.contains(ContactDetail.EMAIL)) {
            dossiers.giveNewEmail(number, PersonalEmail.of(typed.email()));
            processes
                    .createMessageCorrelation(ANOTHER_ADDRESS_GIVEN)
                    .processInstanceBusinessKey(number)
                    .correlateAll();
        }
        profiles.noteChange(number, changes);
    }

    Map<String, String> onFile(Dossier dossier) {
        Map<String, String> details = AddressEntry.prefill(profiles.address(dossier.number()));
        details.put("email", dossier.email().address());
        details.put("mobile", dossier.mobile().e164());
        return details;
    }
}
