package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.CodeLocked;
import org.amelionboarding.dossier.MobileNumber;
import org.amelionboarding.dossier.OneTimeSecrets;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Undeliverable;
import org.amelionboarding.step.AdvisorHelp;
import org.amelionboarding.step.HelpReason;
import org.amelionboarding.web.Together;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What calls an advisor to a student who is stuck, what the advisor can do, and what calls the advisor off. */
class AdvisorHelpTest extends ProcessTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Map<String, Object> CORRECT_MOBILE =
            Map.of("action", "CORRECT_MOBILE", "mobile", "06 98 76 54 32");
    private static final Map<String, Object> HAND_OVER = Map.of("action", "HAND_OVER", "identityChecked", true);

    /** In each test another: an address once confirmed is taken. */
    private final String betterEmail = "zofia" + ADDRESSES.incrementAndGet() + "@mailbox.example";

    private final String othersEmail = "other-" + betterEmail;
    private final Map<String, Object> correctEmail =
            Map.of("action", "CORRECT", "email", betterEmail, "confirmEmail", betterEmail);

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AdvisorHelp help;

    @Autowired
    OneTimeSecrets secrets;

    // ---- Called

    @Test
    void an_undeliverable_code_calls_an_advisor() {
        String dossier = students.requestCode();

        ProcessInstance called = undeliverable(dossier, PROVISIONAL_CODE);

        assertThatProcess(called).hasPassed("Event_MobileUnreachable").isWaitingAt("Task_HandOverCode");
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFICATION_LINK", "VERIFICATION_REMINDER"})
    void an_undeliverable_link_calls_an_advisor(MessagePurpose purpose) {
        String dossier = students.reachWaitingPage();

        ProcessInstance called = undeliverable(dossier, purpose);

        assertThatProcess(called).hasPassed("Event_MailUndeliverable").isWaitingAt("Task_CorrectEmail");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PROVISIONAL_CODE", "VERIFICATION_LINK", "VERIFICATION_REMINDER"})
    void any_other_undeliverable_message_calls_nobody(MessagePurpose purpose) {
        assertThat(undeliverable(students.reachWaitingPage(), purpose)).isNull();
    }

    @Test
    void a_locked_code_calls_an_advisor() {
        String dossier = students.requestCode();

        ProcessInstance called = locked(dossier);

        assertThatProcess(called).hasPassed("Event_StudentLocked").isWaitingAt("Task_ReleaseLockedStudent");
    }

    @Test
    void an_abandonment_that_is_near_calls_an_advisor() {
        String dossier = students.requestCode();

        ProcessInstance called = abandonmentNear(dossier);

        assertThatProcess(called).hasPassed("Event_AbandonmentNear").isWaitingAt("Task_CallStudent");
    }

    @ParameterizedTest
    @EnumSource
    void a_second_call_for_the_same_reason_opens_nothing(HelpReason reason) {
        String dossier = students.reachWaitingPage();

        help.call(dossier, reason);
        help.call(dossier, reason);

        assertThat(openTasks(dossier)).hasSize(1);
    }

    @Test
    void calls_for_different_reasons_are_different_tasks() {
        String dossier = students.reachWaitingPage();

        EnumSet.allOf(HelpReason.class).forEach(reason -> help.call(dossier, reason));

        assertThat(openTasks(dossier))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(
                        "Task_HandOverCode", "Task_CorrectEmail", "Task_ReleaseLockedStudent", "Task_CallStudent");
    }

    @Test
    void of_eight_calls_at_the_same_time_one_opens_a_task() {
        String dossier = students.requestCode();

        Together.times(8, () -> {
            help.call(dossier, HelpReason.SMS_UNDELIVERABLE);
            return null;
        });

        assertThat(openTasks(dossier)).hasSize(1);
    }

    @Test
    void once_it_is_over_the_same_reason_calls_again() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);
        submit(dossier, CORRECT_MOBILE);

        undeliverable(dossier, PROVISIONAL_CODE);

        assertThat(openTasks(dossier)).hasSize(1);
    }

    @Test
    void nobody_is_called_to_a_dossier_that_is_closed() {
        String dossier = students.requestCode();
        students.cancel(dossier);

        assertThat(undeliverable(dossier, PROVISIONAL_CODE)).isNull();
    }

    @Test
    void nobody_is_called_to_an_account_that_is_active() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(undeliverable(dossier, VERIFICATION_LINK)).isNull();
    }

    @Test
    void an_advisors_task_is_named_in_french_whatever_the_students_language() {
        Map<String, Object> request = Students.codeRequest();
        request.put("language", "en");
        String dossier = students.start(request).getBusinessKey();

        undeliverable(dossier, PROVISIONAL_CODE);

        assertThat(openTask(dossier).getName())
                .isEqualTo("Remettre le code au guichet, ou corriger le numéro de portable");
    }

    @Test
    void an_advisors_task_comes_before_those_of_default_priority() {
        String dossier = students.requestCode();

        undeliverable(dossier, PROVISIONAL_CODE);

        assertThat(openTask(dossier).getPriority()).isEqualTo(60);
    }

    @Test
    void the_students_own_task_stays_the_students() {
        String dossier = students.requestCode();

        undeliverable(dossier, PROVISIONAL_CODE);

        assertThat(students.openTask(dossier).getTaskDefinitionKey()).isEqualTo("Task_ChoosePassword");
    }

    // ---- Mobile unreachable

    @Test
    void a_corrected_number_gets_a_code() {
        String dossier = students.requestCode();
        ProcessInstance called = undeliverable(dossier, PROVISIONAL_CODE);

        submit(dossier, CORRECT_MOBILE);

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder(
                        "Event_MobileUnreachable",
                        "Task_HandOverCode",
                        "Gateway_NumberCorrected",
                        "Task_RepeatCodeBySms",
                        "Event_CodeSentToCorrectedNumber")
                .hasNotPassed("Event_CodeHandedOver", "Event_SettledWithoutAdvisor");
        assertThat(mailbag.newest(dossier, PROVISIONAL_CODE).envelope().to()).isEqualTo("+33698765432");
        assertThat(dossiers.of(dossier).mobile()).isEqualTo(MobileNumber.of("06 98 76 54 32"));
    }

    @Test
    void the_code_that_went_to_the_wrong_number_is_dead() {
        String dossier = students.requestCode();
        String wrong = mailbag.provisionalCode(dossier);
        undeliverable(dossier, PROVISIONAL_CODE);

        submit(dossier, CORRECT_MOBILE);

        assertThat(secrets.useProvisionalCode(dossier, wrong, "somewhere")).isFalse();
        assertThat(secrets.useProvisionalCode(dossier, mailbag.provisionalCode(dossier), "somewhere"))
                .isTrue();
    }

    @Test
    void a_number_that_is_no_mobile_is_refused() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);

        assertThatIsRefused(
                dossier, Map.of("action", "CORRECT_MOBILE", "mobile", "01 42 68 53 00"), "mobile: NOT_MOBILE");
    }

    @Test
    void a_code_issued_for_the_desk_ends_the_help() {
        String dossier = students.requestCode();
        ProcessInstance called = undeliverable(dossier, PROVISIONAL_CODE);
        String code = secrets.issueForDesk(dossier);

        submit(dossier, HAND_OVER);

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder("Task_HandOverCode", "Gateway_NumberCorrected", "Event_CodeHandedOver")
                .hasNotPassed("Task_RepeatCodeBySms");
        assertThat(secrets.useProvisionalCode(dossier, code, "somewhere")).isTrue();
    }

    @Test
    void nothing_is_handed_over_where_no_code_was_issued_for_the_desk() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);

        assertThatIsRefused(dossier, HAND_OVER, "action: NOT_AT_DESK");
    }

    @Test
    void nothing_is_handed_over_to_somebody_whose_identity_is_not_checked() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);
        secrets.issueForDesk(dossier);

        assertThatIsRefused(
                dossier, Map.of("action", "HAND_OVER", "identityChecked", false), "identityChecked: NOT_CHECKED");
    }

    @Test
    void a_number_corrected_after_a_code_was_handed_over_gets_another_one() {
        String dossier = students.requestCode();
        String handedOver = secrets.issueForDesk(dossier);
        ProcessInstance called = undeliverable(dossier, PROVISIONAL_CODE);

        submit(dossier, CORRECT_MOBILE);

        assertThatProcess(called).isEnded().hasPassed("Event_CodeSentToCorrectedNumber");
        assertThat(mailbag.provisionalCode(dossier)).isNotEqualTo(handedOver);
    }

    // ---- Mail undeliverable

    @Test
    void a_corrected_address_gets_a_link_from_the_students_own_process() {
        String dossier = students.reachWaitingPage();
        ProcessInstance verification = instance("email-verification", dossier);
        ProcessInstance called = undeliverable(dossier, VERIFICATION_LINK);

        submit(dossier, correctEmail);

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder(
                        "Event_MailUndeliverable",
                        "Task_CorrectEmail",
                        "Gateway_AddressCorrected",
                        "Task_SendLinkToCorrectedAddress",
                        "Event_AddressCorrected")
                .hasNotPassed("Event_StudentInformed", "Event_SettledWithoutAdvisor");
        assertThatProcess(verification).isWaitingAt("Task_AwaitEmailConfirmation");
        assertThat(mailbag.newest(dossier, VERIFICATION_LINK).envelope().to()).isEqualTo(betterEmail);
    }

    @Test
    void the_link_to_the_corrected_address_confirms_it() {
        String dossier = students.reachWaitingPage();
        undeliverable(dossier, VERIFICATION_LINK);
        submit(dossier, correctEmail);

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(dossiers.of(dossier).isActive()).isTrue();
    }

    @Test
    void the_link_that_went_to_the_wrong_address_is_dead() {
        String dossier = students.reachWaitingPage();
        String wrong = mailbag.token(dossier);
        undeliverable(dossier, VERIFICATION_LINK);

        submit(dossier, correctEmail);

        assertThat(secrets.useLinkToken(dossier, wrong)).isFalse();
    }

    @Test
    void an_address_that_is_right_stays_and_keeps_its_link() {
        String dossier = students.reachWaitingPage();
        ProcessInstance called = undeliverable(dossier, VERIFICATION_LINK);

        submit(dossier, Map.of("action", "NO_CHANGE", "email", "", "confirmEmail", ""));

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder("Task_CorrectEmail", "Gateway_AddressCorrected", "Event_StudentInformed")
                .hasNotPassed("Task_SendLinkToCorrectedAddress");
        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .extracting(Mailbag::token)
                .hasSize(1);
    }

    @Test
    void an_advisor_cannot_take_down_a_university_address() {
        String dossier = students.reachWaitingPage();
        undeliverable(dossier, VERIFICATION_LINK);

        assertThatIsRefused(
                dossier,
                Map.of("action", "CORRECT", "email", "zofia@univ-lyon2.fr", "confirmEmail", "zofia@univ-lyon2.fr"),
                "email: UNIVERSITY");
    }

    // ---- Student locked

    @Test
    void a_released_student_gets_another_code() {
        String dossier = students.requestCode();
        String lockedCode = mailbag.provisionalCode(dossier);
        ProcessInstance called = locked(dossier);

        submit(dossier, Map.of("identityChecked", true));

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder(
                        "Event_StudentLocked", "Task_ReleaseLockedStudent", "Task_SendNewCode", "Event_StudentReleased")
                .hasNotPassed("Event_LockOver", "Event_SettledWithoutAdvisor");
        assertThat(secrets.useProvisionalCode(dossier, lockedCode, "somewhere")).isFalse();
        assertThat(secrets.useProvisionalCode(dossier, mailbag.provisionalCode(dossier), "somewhere"))
                .isTrue();
    }

    @Test
    void nobody_is_released_whose_identity_is_not_checked() {
        String dossier = students.requestCode();
        locked(dossier);

        assertThatIsRefused(dossier, Map.of("identityChecked", false), "identityChecked: NOT_CHECKED");
    }

    @Test
    void a_locked_student_is_waited_for_a_day() {
        String dossier = students.requestCode();
        ProcessInstance called = locked(dossier);

        time.pass(A_DAY.minus(A_MOMENT));

        assertThatProcess(called).isWaitingAt("Task_ReleaseLockedStudent");
    }

    @Test
    void after_a_day_the_lock_has_ended_by_itself() {
        String dossier = students.requestCode();
        ProcessInstance called = locked(dossier);

        time.pass(A_DAY);

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder("Event_LockOver", "Event_LockEndedByItself")
                .hasNotPassed("Task_SendNewCode");
    }

    // ---- Abandonment near

    @ParameterizedTest
    @EnumSource
    void a_call_ends_the_help_whether_the_student_was_reached_or_not(Outcome outcome) {
        String dossier = students.requestCode();
        ProcessInstance called = abandonmentNear(dossier);

        submit(dossier, Map.of("outcome", outcome.name()));

        assertThatProcess(called)
                .isEnded()
                .hasPassedInOrder("Event_AbandonmentNear", "Task_CallStudent", "Event_StudentCalled");
    }

    enum Outcome {
        REACHED,
        NOT_REACHED
    }

    @Test
    void a_call_without_a_result_is_refused() {
        String dossier = students.requestCode();
        abandonmentNear(dossier);

        assertThatIsRefused(dossier, Map.of(), "outcome: EMPTY");
    }

    // ---- Called off

    static List<Consumer<AdvisorHelpTest>> solutions() {
        return List.of(
                test -> test.students.correctEmail(test.waiting, test.betterEmail),
                test -> test.students.confirmEmail(test.waiting, test.mailbag.token(test.waiting)),
                test -> test.dossiers.close(test.waiting, Closure.EMAIL_NEVER_CONFIRMED));
    }

    private String waiting;

    @ParameterizedTest
    @MethodSource("solutions")
    void what_the_student_solves_ends_all_help(Consumer<AdvisorHelpTest> solution) {
        waiting = students.reachWaitingPage();
        EnumSet.allOf(HelpReason.class).forEach(reason -> help.call(waiting, reason));
        ProcessInstance called = instanceAt("Task_CorrectEmail", waiting);

        solution.accept(this);

        assertThat(openTasks(waiting)).isEmpty();
        assertThatProcess(called).isEnded().hasPassedInOrder("Event_HelpOver", "Event_SettledWithoutAdvisor");
    }

    @Test
    void a_student_who_has_signed_in_is_no_longer_stuck_but_for_the_address() {
        String dossier = students.reachWaitingPage();
        EnumSet.allOf(HelpReason.class).forEach(reason -> help.call(dossier, reason));

        dossiers.signedIn(dossier);

        assertThat(openTasks(dossier)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_CorrectEmail");
    }

    @Test
    void a_student_who_cancels_is_left_alone() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);

        students.cancel(dossier);

        assertThat(openTasks(dossier)).isEmpty();
    }

    @Test
    void help_settled_for_one_dossier_goes_on_for_another() {
        String dossier = students.requestCode();
        String another = students.requestCode();
        Set.of(dossier, another).forEach(one -> undeliverable(one, PROVISIONAL_CODE));

        help.settled(dossier);

        assertThat(openTasks(another)).hasSize(1);
    }

    @Test
    void settling_where_nobody_was_called_does_nothing() {
        String dossier = students.requestCode();

        help.settled(dossier);

        assertThat(students.openTask(dossier).getTaskDefinitionKey()).isEqualTo("Task_ChoosePassword");
    }

    // ---- Late and at the same time

    @Test
    void an_advisor_who_types_while_the_student_solves_it_comes_too_late() {
        String dossier = students.reachWaitingPage();
        undeliverable(dossier, VERIFICATION_LINK);
        Task typing = openTask(dossier);
        students.correctEmail(dossier, othersEmail);

        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(typing.getId(), correctEmail))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("form: TOO_LATE");
        assertThat(dossiers.of(dossier).email().address()).isEqualTo(othersEmail);
    }

    @Test
    void of_two_advisors_at_the_same_time_one_corrects_the_number_and_one_code_goes_out() {
        String dossier = students.requestCode();
        undeliverable(dossier, PROVISIONAL_CODE);
        String task = openTask(dossier).getId();

        List<Boolean> accepted = Together.times(2, () -> isAccepted(task, CORRECT_MOBILE));

        assertThat(accepted).containsExactlyInAnyOrder(true, false);
        assertThat(mailbag.of(dossier, PROVISIONAL_CODE)).hasSize(2);
    }

    @RepeatedTest(10)
    void of_advisor_and_student_correcting_at_the_same_time_both_never_fail_and_one_link_is_live() {
        String dossier = students.reachWaitingPage();
        undeliverable(dossier, VERIFICATION_LINK);
        String advisors = openTask(dossier).getId();
        String students = this.students.openTask(dossier).getId();

        List<Boolean> accepted = Together.all(List.of(
                () -> isAccepted(advisors, correctEmail),
                () -> isAccepted(
                        students,
                        Map.of(
                                "action", "CORRECT",
                                "email", othersEmail,
                                "confirmEmail", othersEmail))));

        assertThat(accepted).contains(true);
        String expected = accepted.get(1) ? othersEmail : betterEmail;
        assertThat(dossiers.of(dossier).email().address()).isEqualTo(expected);
        assertThat(openTasks(dossier)).hasSize(accepted.get(0) || accepted.get(1) ? 0 : 1);
        this.students.confirmEmail(dossier, mailbag.token(dossier));
        assertThat(dossiers.of(dossier).isActive()).isTrue();
    }

    private boolean isAccepted(String task, Map<String, Object> values) {
        try {
            engine.getFormService().submitTaskForm(task, values);
            return true;
        } catch (FormFieldValidationException e) {
            assertThat(e).hasMessageContaining("TOO_LATE");
            return false;
        }
    }

    // ---- Kit

    private ProcessInstance undeliverable(String dossier, MessagePurpose purpose) {
        events.publishEvent(new Undeliverable(dossier, purpose));
        return instance("advisor-help", dossier);
    }

    private ProcessInstance locked(String dossier) {
        events.publishEvent(new CodeLocked(dossier));
        return await().until(() -> instance("advisor-help", dossier), called -> called != null);
    }

    private ProcessInstance abandonmentNear(String dossier) {
        help.call(dossier, HelpReason.ABANDONMENT_NEAR);
        return instance("advisor-help", dossier);
    }

    private ProcessInstance instanceAt(String task, String dossier) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .activityIdIn(task)
                .singleResult();
    }

    private List<Task> openTasks(String dossier) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskCandidateGroup("advisors")
                .list();
    }

    private Task openTask(String dossier) {
        assertThat(openTasks(dossier)).hasSize(1);
        return openTasks(dossier).get(0);
    }

    private void submit(String dossier, Map<String, Object> values) {
        engine.getFormService().submitTaskForm(openTask(dossier).getId(), values);
    }

    private void assertThatIsRefused(String dossier, Map<String, Object> values, String problem) {
        String open = openTask(dossier).getId();
        ThrowingCallable submission = () -> submit(dossier, values);
        assertThatThrownBy(submission)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
        assertThat(openTask(dossier).getId()).isEqualTo(open);
    }
}
