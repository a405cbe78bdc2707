package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.Message;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Outbox;
import org.amelionboarding.message.Texts;
import org.springframework.stereotype.Component;

/**
 * The waiting page after step 3: tells what was sent, when and to which address, and lets the student ask for the link
 * again or correct the address. The confirmation itself comes from the link's page, with the link's token.
 */
@Component
class AwaitEmailConfirmation implements TaskForm<AwaitEmailConfirmation.Input> {

    static final String KEY = "Task_AwaitEmailConfirmation";

    private static final Set<MessagePurpose> MAILS =
            EnumSet.of(MessagePurpose.VERIFICATION_LINK, MessagePurpose.EMAIL_ALREADY_USED);
    private static final Duration HOUR = Duration.ofHours(1);

    enum Action {
        RESEND,
        CORRECT,
        CONFIRM
    }

    record Input(@NotNull(message = "EMPTY") Action action, String email, String confirmEmail, String token) {

        @Override
        public String toString() {
            return "AwaitEmailConfirmation[" + action + "]";
        }
    }

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final Outbox outbox;
    private final EmailEntry emails;
    private final Texts texts;
    private final OnboardingSettings.Link settings;
    private final Duration closing;
    private final Clock clock;

    AwaitEmailConfirmation(
            Dossiers dossiers,
            OneTimeSecrets secrets,
            Outbox outbox,
            EmailEntry emails,
            Texts texts,
            OnboardingSettings settings,
            Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.outbox = outbox;
        this.emails = emails;
        this.texts = texts;
        this.settings = settings.link();
        this.closing = settings.step().limit();
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Dossier dossier, Problems problems) {
        if (input.action() == null) {
            return;
        }
        switch (input.action()) {
            case RESEND -> {
                problems.addUnless(!coolDownEnd(dossier).isAfter(clock.instant()), "action", "TOO_SOON");
                problems.addUnless(mailsWithinAnHour(dossier) < settings.mostPerHour(), "action", "TOO_MANY");
            }
            case CORRECT -> {
                emails.check(input.email(), input.confirmEmail(), problems);
                problems.addUnless(mailsWithinAnHour(dossier) < settings.mostPerHour(), "action", "TOO_MANY");
            }
            case CONFIRM -> checkToken(input, dossier, problems);
        }
    }

    private void checkToken(Input input, Dossier dossier, Problems problems) {
        if (dossiers.isTaken(dossier.email(), dossier.number())) {
            problems.add("token", "ADDRESS_TAKEN");
        } else {
            boolean live = input.token() != null && secrets.useLinkToken(dossier.number(), input.token());
            problems.addUnless(live, "token", "NOT_LIVE");
        }
    }

    @Override
    public void accept(Input input, Dossier dossier) {
        switch (input.action()) {
            case RESEND -> dossiers.change(dossier.number(), asking -> asking.askForLinkAgain(clock.instant()));
            case CORRECT -> correct(PersonalEmail.of(input.email()), dossier.number());
            case CONFIRM -> dossiers.change(dossier.number(), confirming -> confirming.confirmEmail(clock.instant()));
        }
    }

    /** A link that went to the wrong address must not work any more. */
    private void correct(PersonalEmail corrected, String number) {
        secrets.revoke(number, SecretPurpose.EMAIL_LINK);
        dossiers.change(number, correcting -> correcting.correctEmail(corrected, clock.instant()));
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("maskedEmail", dossier.email().masked());
        shown.put("closesAt", texts.date(dossier.lastActionAt().plus(closing), dossier.language()));
        latestMail(dossier).ifPresent(message -> {
            shown.put("status", message.status().name());
            shown.put("sentAt", moment(message.sentAt(), dossier));
            shown.put("resendAt", moment(message.queuedAt().plus(settings.coolDown()), dossier));
        });
        secrets.live(dossier.number(), SecretPurpose.EMAIL_LINK).ifPresent(link -> {
            shown.put("expiresAt", moment(link.expiresAt(), dossier));
            Instant reminder = link.issuedAt().plus(settings.reminder());
            shown.put("reminderAt", reminder.isAfter(clock.instant()) ? moment(reminder, dossier) : "");
        });
        return shown;
    }

    /** Of either kind: the page must not tell that the address belongs to another account (A28). */
    private Optional<Message> latestMail(Dossier dossier) {
        return MAILS.stream()
                .flatMap(purpose -> outbox.latest(dossier.number(), purpose).stream())
                .max(Comparator.comparing(Message::queuedAt));
    }

    private int mailsWithinAnHour(Dossier dossier) {
        Instant hourAgo = clock.instant().minus(HOUR);
        return MAILS.stream()
                .mapToInt(purpose -> outbox.countSince(dossier.number(), purpose, hourAgo))
                .sum();
    }

    private String moment(Instant instant, Dossier dossier) {
        return instant == null ? "" : texts.moment(instant, dossier.language());
    }

    private Instant coolDownEnd(Dossier dossier) {
        return latestMail(dossier)
                .map(Message::queuedAt)
                .map(queued -> queued.plus(settings.coolDown()))
                .orElse(Instant.EPOCH);
    }
}
