package org.amelionboarding.form;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.MovedOn;
import org.amelionboarding.dossier.OnboardingSettings;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.dossier.PersonalEmail;
import org.amelionboarding.dossier.SecretPurpose;
import org.amelionboarding.message.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The waiting page after step 3, or after another address was given for an active account: tells what was sent, when and
 * to which address, and lets the student ask for the link again, correct the address, or keep the one that the account
 * has. The confirmation itself comes from the link's page, with the link's token.
 */
@Component
class AwaitEmailConfirmation implements TaskForm<AwaitEmailConfirmation.Input> {

    static final String KEY = "Task_AwaitEmailConfirmation";

    enum Action {
        RESEND,
        CORRECT,
        KEEP,
        CONFIRM
    }

    record Input(
            @NotNull(message = "EMPTY") Action action,
            String email,
            String confirmEmail,
            String password,
            String token) {

        @Override
        public String toString() {
            return "AwaitEmailConfirmation[" + action + "]";
        }
    }

    private final Dossiers dossiers;
    private final OneTimeSecrets secrets;
    private final VerificationMails mails;
    private final EmailEntry emails;
    private final PasswordField password;
    private final Texts texts;
    private final OnboardingSettings.Link settings;
    private final OnboardingSettings.Step step;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AwaitEmailConfirmation(
            Dossiers dossiers,
            OneTimeSecrets secrets,
            VerificationMails mails,
            EmailEntry emails,
            PasswordField password,
            Texts texts,
            OnboardingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.secrets = secrets;
        this.mails = mails;
        this.emails = emails;
        this.password = password;
        this.texts = texts;
        this.settings = settings.link();
        this.step = settings.step();
        this.events = events;
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
                problems.addUnless(mayAskAgain(dossier), "action", "TOO_SOON");
                problems.addUnless(mails.mayBeMore(dossier.number()), "action", "TOO_MANY");
            }
            case CORRECT -> checkCorrection(input, dossier, problems);
            case KEEP -> problems.addUnless(dossier.isActive(), "action", "NOT_ACTIVE");
            case CONFIRM -> checkToken(input, dossier, problems);
        }
    }

    /** Who changes the address of an active account is asked for the password (A19), also at the second try. */
    private void checkCorrection(Input input, Dossier dossier, Problems problems) {
        emails.check(input.email(), input.confirmEmail(), problems);
        problems.addUnless(mails.mayBeMore(dossier.number()), "action", "TOO_MANY");
        if (dossier.isActive()) {
            password.check(input.password(), dossier, problems);
        }
    }

    private void checkToken(Input input, Dossier dossier, Problems problems) {
        if (dossiers.isTaken(dossier.emailToConfirm(), dossier.number())) {
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
            case KEEP -> dossiers.keepEmail(dossier.number());
            case CONFIRM -> dossiers.change(dossier.number(), confirming -> confirming.confirmEmail(clock.instant()));
        }
    }

    /** A link that went to the wrong address must not work any more. */
    private void correct(PersonalEmail corrected, String number) {
        secrets.revoke(number, SecretPurpose.EMAIL_LINK);
        dossiers.change(number, correcting -> correcting.correctEmail(corrected, clock.instant()));
        events.publishEvent(new MovedOn(number));
    }

    @Override
    public Map<String, String> prefill(Dossier dossier) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("maskedEmail", dossier.emailToConfirm().masked());
        if (dossier.isActive()) {
            shown.put("validEmail", dossier.email().masked());
        } else {
            shown.put("closesAt", texts.date(step.closing(dossier), dossier.language()));
        }
        mails.latest(dossier.number()).ifPresent(message -> {
            shown.put("status", message.status().name());
            shown.put("sentAt", moment(message.sentAt(), dossier));
            shown.put("resendAt", moment(mails.again(dossier.number()), dossier));
        });
        secrets.live(dossier.number(), SecretPurpose.EMAIL_LINK).ifPresent(link -> {
            shown.put("expiresAt", moment(link.expiresAt(), dossier));
            Instant reminder = link.issuedAt().plus(settings.reminder());
            shown.put("reminderAt", reminder.isAfter(clock.instant()) ? moment(reminder, dossier) : "");
        });
        return shown;
    }

    private String moment(Instant instant, Dossier dossier) {
        return instant == null ? "" : texts.moment(instant, dossier.language());
    }

    /** A sending too many would go to the same address; where no link is live, none has been sent. */
    private boolean mayAskAgain(Dossier dossier) {
        return secrets.live(dossier.number(), SecretPurpose.EMAIL_LINK).isEmpty()
                || !mails.again(dossier.number()).isAfter(clock.instant());
    }
}
