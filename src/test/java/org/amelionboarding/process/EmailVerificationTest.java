package org.amelionboarding.process;

import static org.amelionboarding.Time.START;
import static org.amelionboarding.message.MessagePurpose.CLOSING_NOTICE;
import static org.amelionboarding.message.MessagePurpose.EMAIL_ALREADY_USED;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_LINK;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Mailbag.Letter;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to the link while the student waits, asks, corrects, confirms or does nothing. */
class EmailVerificationTest extends ProcessTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration A_LINKS_LIFE = Duration.ofDays(2);

    @Autowired
    OneTimeSecrets secrets;

    private String dossier;
    private ProcessInstance verification;
    private String token;

    @BeforeEach
    void the_student_has_given_an_address() {
        dossier = students.reachWaitingPage();
        verification = instance("email-verification", dossier);
        token = mailbag.token(dossier);
    }

    @Test
    void the_link_goes_to_the_address_that_was_given() {
        assertThat(mailbag.newest(dossier, VERIFICATION_LINK).envelope().to()).isEqualTo(Students.emailOf(dossier));
    }

    @Test
    void the_link_confirms_the_address() {
        students.confirmEmail(dossier, token);

        assertThatProcess(verification)
                .isEnded()
                .hasPassedInOrder(
                        "Event_AddressGiven",
                        "Task_SendVerificationLink",
                        "Task_AwaitEmailConfirmation",
                        "Gateway_AddressConfirmed",
                        "Event_EmailConfirmed")
                .hasNotPassed("Event_ReminderDue", "Event_TimeIsUp", "Event_VerificationGivenUp");
        assertThat(dossiers.of(dossier).isEmailConfirmed()).isTrue();
    }

    @Test
    void no_reminder_comes_before_a_day_is_over() {
        time.pass(A_DAY.minus(A_MOMENT));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).isEmpty();
    }

    @Test
    void a_reminder_comes_when_a_day_is_over() {
        time.pass(A_DAY);

        assertThatProcess(verification)
                .hasPassedInOrder("Event_ReminderDue", "Task_SendReminder", "Event_ReminderSent")
                .isWaitingAt("Task_AwaitEmailConfirmation");
        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).hasSize(1);
    }

    @Test
    void the_reminder_repeats_the_link() {
        time.pass(A_DAY);

        assertThat(Mailbag.token(mailbag.newest(dossier, VERIFICATION_REMINDER)))
                .isEqualTo(token);
    }

    @Test
    void a_link_is_recalled_only_once() {
        time.pass(A_LINKS_LIFE.minus(A_MOMENT));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).hasSize(1);
    }

    @Test
    void each_new_link_is_recalled_once() {
        time.pass(A_LINKS_LIFE.multipliedBy(2).minus(A_MOMENT));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER))
                .extracting(Letter::queuedAt)
                .containsExactly(START.plus(A_DAY), START.plus(A_DAY.multipliedBy(3)));
    }

    @Test
    void a_link_lives_two_days() {
        time.pass(A_LINKS_LIFE.minus(A_MOMENT));

        students.confirmEmail(dossier, token);

        assertThatProcess(verification).isEnded().hasPassed("Event_EmailConfirmed");
    }

    @Test
    void after_two_days_another_link_is_sent() {
        time.pass(A_LINKS_LIFE);

        assertThatProcess(verification)
                .hasPassedInOrder("Event_TimeIsUp", "Gateway_AnotherLink", "Task_SendVerificationLink")
                .isWaitingAt("Task_AwaitEmailConfirmation");
        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .extracting(Mailbag::token)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_expired_link_confirms_nothing() {
        time.pass(A_LINKS_LIFE);

        assertThatIsRefused(() -> students.confirmEmail(dossier, token), "token: NOT_LIVE");
    }

    @Test
    void an_expired_link_confirms_nothing_even_when_its_timer_is_late() {
        time.stopAt(START.plus(A_LINKS_LIFE));

        assertThatIsRefused(() -> students.confirmEmail(dossier, token), "token: NOT_LIVE");
    }

    @Test
    void the_link_that_replaced_an_expired_one_confirms_the_address() {
        time.pass(A_LINKS_LIFE);

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(verification).isEnded().hasPassed("Event_EmailConfirmed");
    }

    @Test
    void after_three_expired_links_no_other_is_sent_and_the_student_can_still_ask() {
        time.pass(A_LINKS_LIFE.multipliedBy(3));

        assertThatProcess(verification).hasPassed("Gateway_GiveUp").isWaitingAt("Task_AwaitEmailConfirmation");
        assertThat(mailbag.of(dossier, VERIFICATION_LINK)).hasSize(3);
    }

    @Test
    void a_link_asked_for_after_three_expired_ones_confirms_the_address() {
        time.pass(A_LINKS_LIFE.multipliedBy(3));
        students.askForTheLinkAgain(dossier);

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(verification).isEnded().hasPassed("Event_EmailConfirmed");
    }

    @Test
    void asking_puts_off_the_closing_date() {
        time.pass(Duration.ofDays(29));
        students.askForTheLinkAgain(dossier);

        time.pass(Duration.ofDays(29));

        assertThatProcess(verification).isWaitingAt("Task_AwaitEmailConfirmation");
    }

    @Test
    void ten_days_before_the_closing_date_the_student_gets_the_last_notice_by_sms_and_an_advisor_is_asked_to_call() {
        time.pass(Duration.ofDays(20).minus(A_MOMENT));
        assertThat(mailbag.of(dossier, CLOSING_NOTICE)).isEmpty();

        time.pass(A_MOMENT);

        assertThat(mailbag.of(dossier, CLOSING_NOTICE)).hasSize(1);
        assertThatProcess(verification).hasPassed("Task_AskAdvisorToCall", "Event_AdvisorAskedToCall");
    }

    @Test
    void thirty_days_after_the_last_action_the_verification_is_given_up() {
        time.pass(Duration.ofDays(30));

        assertThatProcess(verification)
                .isEnded()
                .hasPassed("Event_VerificationGivenUp")
                .hasNotPassed("Event_EmailConfirmed");
        assertThat(mailbag.of(dossier, VERIFICATION_LINK)).hasSize(3);
    }

    @Test
    void at_most_five_mails_leave_within_an_hour_whatever_is_corrected() {
        for (int correction = 1; correction < 5; correction++) {
            students.correctEmail(dossier, correction + corrected());
        }

        assertThatIsRefused(() -> students.correctEmail(dossier, corrected()), "action: TOO_MANY");

        time.pass(Duration.ofHours(1));
        students.correctEmail(dossier, corrected());
    }

    @Test
    void corrections_do_not_use_up_the_links() {
        for (int correction = 1; correction < 5; correction++) {
            time.pass(Duration.ofMinutes(10));
            students.correctEmail(dossier, correction + corrected());
        }

        time.pass(A_LINKS_LIFE);

        assertThat(mailbag.of(dossier, VERIFICATION_LINK)).hasSize(6);
    }

    @Test
    void an_address_of_another_account_gets_no_link_but_is_told_so() {
        students.confirmEmail(dossier, token);
        String second = students.reachWaitingPage();

        students.correctEmail(second, Students.emailOf(dossier).toUpperCase(Locale.ROOT));

        assertThat(mailbag.newest(second, EMAIL_ALREADY_USED).envelope().to())
                .isEqualToIgnoringCase(Students.emailOf(dossier));
        assertThat(mailbag.of(second, VERIFICATION_LINK)).hasSize(1);
    }

    @Test
    void of_two_who_gave_the_same_address_the_second_to_confirm_is_refused() {
        String second = students.reachWaitingPage();
        students.correctEmail(second, Students.emailOf(dossier));
        String secondToken = mailbag.token(second);
        students.confirmEmail(dossier, token);

        assertThatThrownBy(() -> students.confirmEmail(second, secondToken))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("token: ADDRESS_TAKEN");
    }

    @Test
    void asked_again_the_same_link_is_repeated() {
        time.pass(Duration.ofMinutes(2));

        students.askForTheLinkAgain(dossier);

        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .extracting(Mailbag::token)
                .containsExactly(token, token);
    }

    @Test
    void a_repeated_link_confirms_the_address() {
        time.pass(Duration.ofMinutes(2));
        students.askForTheLinkAgain(dossier);

        students.confirmEmail(dossier, token);

        assertThatProcess(verification)
                .isEnded()
                .hasPassedInOrder(
                        "Gateway_AddressConfirmed",
                        "Task_SendVerificationLink",
                        "Task_AwaitEmailConfirmation",
                        "Gateway_AddressConfirmed",
                        "Event_EmailConfirmed");
    }

    @Test
    void asking_again_moves_neither_reminder_nor_expiry() {
        time.pass(Duration.ofHours(3));

        students.askForTheLinkAgain(dossier);

        assertThat(dueDate("Event_ReminderDue")).isEqualTo(START.plus(A_DAY));
        assertThat(dueDate("Event_TimeIsUp")).isEqualTo(START.plus(A_LINKS_LIFE));
    }

    @Test
    void asking_again_after_the_reminder_does_not_repeat_it() {
        time.pass(Duration.ofHours(30));

        students.askForTheLinkAgain(dossier);
        time.pass(Duration.ofHours(17));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).hasSize(1);
        assertThatProcess(verification).isWaitingAt("Task_AwaitEmailConfirmation");
    }

    @Test
    void asking_again_after_the_reminder_does_not_move_the_expiry() {
        time.pass(Duration.ofHours(30));

        students.askForTheLinkAgain(dossier);

        assertThat(dueDate("Event_TimeIsUp")).isEqualTo(START.plus(A_LINKS_LIFE));
    }

    @Test
    void asking_again_within_a_minute_is_too_soon() {
        time.pass(Duration.ofSeconds(59));

        assertThatIsRefused(() -> students.askForTheLinkAgain(dossier), "action: TOO_SOON");
    }

    @Test
    void asking_too_soon_changes_nothing() {
        String task = students.openTask(dossier).getId();
        List<Letter> letters = mailbag.of(dossier);

        assertThatThrownBy(() -> students.askForTheLinkAgain(dossier));

        assertThat(students.openTask(dossier).getId()).isEqualTo(task);
        assertThat(mailbag.of(dossier)).isEqualTo(letters);
    }

    @Test
    void asking_a_second_time_waits_a_minute_from_the_first() {
        time.pass(Duration.ofMinutes(2));
        students.askForTheLinkAgain(dossier);
        time.pass(Duration.ofSeconds(59));

        assertThatIsRefused(() -> students.askForTheLinkAgain(dossier), "action: TOO_SOON");
    }

    @Test
    void asking_again_when_the_link_has_expired_meanwhile_brings_a_new_one() {
        time.stopAt(START.plus(A_LINKS_LIFE));

        students.askForTheLinkAgain(dossier);

        assertThat(mailbag.token(dossier)).isNotEqualTo(token);
        assertThat(dueDate("Event_TimeIsUp")).isEqualTo(START.plus(A_LINKS_LIFE.multipliedBy(2)));
    }

    @Test
    void a_corrected_address_gets_a_new_link() {
        students.correctEmail(dossier, corrected());

        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .filteredOn(letter -> letter.envelope().to().equals(corrected()))
                .extracting(Mailbag::token)
                .hasSize(1)
                .doesNotContain(token);
    }

    @Test
    void the_link_that_went_to_the_wrong_address_is_dead() {
        students.correctEmail(dossier, corrected());

        assertThatIsRefused(() -> students.confirmEmail(dossier, token), "token: NOT_LIVE");
    }

    @Test
    void the_link_to_the_corrected_address_has_its_own_reminder_and_its_own_full_life() {
        time.pass(Duration.ofHours(30));

        students.correctEmail(dossier, corrected());

        Instant corrected = START.plus(Duration.ofHours(30));
        assertThat(dueDate("Event_ReminderDue")).isEqualTo(corrected.plus(A_DAY));
        assertThat(dueDate("Event_TimeIsUp")).isEqualTo(corrected.plus(A_LINKS_LIFE));
    }

    @Test
    void a_wrong_correction_leaves_the_old_link_alive() {
        assertThatIsRefused(() -> students.correctEmail(dossier, "zofia@univ-lyon2.fr"), "email: UNIVERSITY");

        students.confirmEmail(dossier, token);

        assertThatProcess(verification).isEnded();
    }

    @Test
    void once_the_address_is_confirmed_no_reminder_comes() {
        students.confirmEmail(dossier, token);

        time.pass(Duration.ofDays(30));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).isEmpty();
    }

    @Test
    void once_the_address_is_confirmed_no_timer_is_left() {
        students.confirmEmail(dossier, token);

        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(verification.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void a_made_up_token_confirms_nothing() {
        assertThatIsRefused(() -> students.confirmEmail(dossier, token.substring(1) + "A"), "token: NOT_LIVE");
    }

    @Test
    void the_token_of_another_dossier_confirms_nothing() {
        String another = mailbag.token(students.reachWaitingPage());

        assertThatIsRefused(() -> students.confirmEmail(dossier, another), "token: NOT_LIVE");
    }

    @Test
    void a_token_that_another_dossier_tried_stays_good_for_its_own() {
        String another = students.reachWaitingPage();
        assertThatThrownBy(() -> students.confirmEmail(another, token));

        students.confirmEmail(dossier, token);

        assertThatProcess(verification).isEnded().hasPassed("Event_EmailConfirmed");
    }

    @Test
    void a_used_token_confirms_nothing() {
        secrets.useLinkToken(dossier, token);

        assertThatIsRefused(() -> students.confirmEmail(dossier, token), "token: NOT_LIVE");
    }

    @Test
    void a_reminder_that_was_missed_while_the_application_was_down_comes_late() {
        time.beDownFor(Duration.ofHours(40));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER))
                .extracting(Letter::queuedAt)
                .containsExactly(START.plus(Duration.ofHours(40)));
    }

    @Test
    void a_link_that_expired_while_the_application_was_down_is_replaced_and_not_recalled() {
        time.beDownFor(Duration.ofDays(5));

        assertThat(mailbag.of(dossier, VERIFICATION_REMINDER)).isEmpty();
        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .extracting(Letter::queuedAt)
                .containsExactly(START, START.plus(Duration.ofDays(5)));
        assertThatProcess(verification).isWaitingAt("Task_AwaitEmailConfirmation");
    }

    /** Of this dossier alone: an address once confirmed is taken. */
    private String corrected() {
        return "corrected-" + Students.emailOf(dossier);
    }

    private void assertThatIsRefused(ThrowingCallable submission, String problem) {
        String open = students.openTask(dossier).getId();
        assertThatThrownBy(submission)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
        assertThat(students.openTask(dossier).getId()).isEqualTo(open);
    }

    private Instant dueDate(String timer) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(verification.getId())
                .activityId(timer)
                .singleResult();
        return job.getDuedate().toInstant();
    }
}
