package org.amelionboarding.form;

import java.time.Clock;
import java.time.Instant;
import org.amelionboarding.dossier.Devices;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.PasswordAgain;
import org.amelionboarding.dossier.Passwords;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.dossier.Sessions;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password for a student who is signed in, under the same rules as the first one. */
@Component
class ChangePassword {

    private final PasswordEntry entry;
    private final PasswordAgain again;
    private final Passwords passwords;
    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Sessions sessions;
    private final Devices devices;
    private final Outbox outbox;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangePassword(
            PasswordEntry entry,
            PasswordAgain again,
            Passwords passwords,
            Dossiers dossiers,
            OneTimeSecrets secrets,
            Sessions sessions,
            Devices devices,
            Outbox outbox,
            Texts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.entry = entry;
        this.again = again;
        this.passwords = passwords;
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.sessions = sessions;
        this.devices = devices;
        this.outbox = outbox;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The password in use is asked for again, so that an open session is not enough (A19). */
    Problems check(String current, String typed, String typedAgain, Dossier owner) {
        Problems problems = new Problems();
        again.refusal(owner.number(), current).ifPresent(refusal -> problems.add("currentPassword", refusal.name()));
        entry.check(typed, typedAgain, owner, problems);
        return problems;
    }

    /**
     * Whoever is signed in elsewhere is not any more; a link to a new password that is under way is worthless.
     *
     * @param password keeps all rules
     * @param ownSession goes on
     */
    void change(String number, String password, String ownSession) {
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> keep(number, hash));
        sessions.endOthersOf(number, ownSession);
    }

    private void keep(String number, String hash) {
        Instant now = clock.instant();
        Dossier owner = dossiers.change(number, choosing -> choosing.choosePassword(hash, now));
        secrets.revoke(number, SecretPurpose.RESET_LINK);
        outbox.queue(owner, MessagePurpose.PASSWORD_CHANGED, now.toString(), texts.moment(now, owner.language()));
    }

    /** Signs the student out everywhere; from now on every device is a new one. */
    void forgetDevices(String number) {
        sessions.endAllOf(number);
        devices.forget(number);
    }
}
