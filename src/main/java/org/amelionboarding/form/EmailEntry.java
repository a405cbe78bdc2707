package org.amelionboarding.form;

import org.amelionboarding.dossier.EmailRules;
import org.amelionboarding.dossier.PersonalEmail;
import org.springframework.stereotype.Component;

/** An e-mail address typed twice. */
@Component
class EmailEntry {

    private final EmailRules rules;

    EmailEntry(EmailRules rules) {
        this.rules = rules;
    }

    void check(String email, String confirmEmail, Problems problems) {
        var problem = rules.check(email);
        problems.add("email", problem);
        if (problem.isEmpty()) {
            boolean same = rules.check(confirmEmail).isEmpty()
                    && PersonalEmail.of(email).equals(PersonalEmail.of(confirmEmail));
            problems.addUnless(same, "confirmEmail", "DIFFERENT");
        }
    }
}
