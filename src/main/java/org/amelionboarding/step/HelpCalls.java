package org.amelionboarding.step;

import java.util.EnumSet;
import org.amelionboarding.dossier.CodeLocked;
import org.amelionboarding.dossier.MovedOn;
import org.amelionboarding.dossier.SignedIn;
import org.amelionboarding.message.Undeliverable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/** What elsewhere has happened to a student that calls the advisors, or calls them off. */
@Component
class HelpCalls {

    private final AdvisorHelp help;

    HelpCalls(AdvisorHelp help) {
        this.help = help;
    }

    @EventListener
    void on(Undeliverable message) {
        switch (message.purpose()) {
            case PROVISIONAL_CODE -> help.call(message.dossier(), HelpReason.SMS_UNDELIVERABLE);
            case VERIFICATION_LINK, VERIFICATION_REMINDER ->
                help.call(message.dossier(), HelpReason.MAIL_UNDELIVERABLE);
            default -> {}
        }
    }

    /** On another thread: a wrong try must not take longer because there is a student to help (A12). */
    @Async
    @EventListener
    void on(CodeLocked locked) {
        help.call(locked.dossier(), HelpReason.STUDENT_LOCKED);
    }

    /** Who signs in has a code that works and is back; a wrong address still is one. */
    @EventListener
    void on(SignedIn student) {
        help.settled(student.dossier(), EnumSet.complementOf(EnumSet.of(HelpReason.MAIL_UNDELIVERABLE)));
    }

    @EventListener
    void on(MovedOn student) {
        help.settled(student.dossier());
    }
}
