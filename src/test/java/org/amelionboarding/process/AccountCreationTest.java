package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.GUIDANCE_FINISH_REGISTRATION;
import static org.amelionboarding.message.MessagePurpose.GUIDANCE_WAIT_FOR_CARD;
import static org.amelionboarding.message.MessagePurpose.PROVISIONAL_CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.Mailbag.Letter;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.DossierNumber;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole journeys. Together they take every path of both models, which {@link MeasuredCoverage} demands. */
class AccountCreationTest extends ProcessTest {

    private static final String[] TO_THE_CODE = {
        "Event_CodeRequested",
        "Task_CheckPrerequisites",
        "Gateway_ReadyForCode",
        "Task_IssueProvisionalCode",
        "Task_SendCodeBySms"
    };
    private static final String[] WIZARD = {"Task_ChoosePassword", "Task_AcceptTerms", "Task_GiveContactDetails"};

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_account_is_active_once_all_steps_are_done_and_the_address_is_confirmed() {
        ProcessInstance creation = students.start(Students.codeRequest());
        String dossier = creation.getBusinessKey();
        walk(dossier, 3);

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder(TO_THE_CODE)
                .hasPassedInOrder(WIZARD)
                .hasPassedInOrder(
                        "Task_SendCodeBySms",
                        "Task_ChoosePassword",
                        "CallActivity_EmailVerification",
                        "Gateway_EmailConfirmed",
                        "Task_ActivateAccount",
                        "Task_TellStudent",
                        "Event_AccountActivated")
                .hasNotPassed("Event_PrerequisitesMissing", "Event_EmailNeverConfirmed", "Event_CancelledByStudent");
        assertThat(dossiers.of(dossier).isActive()).isTrue();
    }

    @Test
    void a_student_who_corrects_the_address_gets_there_too() {
        ProcessInstance creation = students.start(Students.codeRequest());
        String dossier = creation.getBusinessKey();
        walk(dossier, 3);

        students.correctEmail(dossier, "corrected-" + Students.emailOf(dossier));
        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(creation).isEnded().hasPassed("Event_AccountActivated");
    }

    @Test
    void the_server_sets_the_business_key_whatever_the_caller_gave() {
        ProcessInstance creation = students.start(Students.codeRequest(), "0000-0000");

        assertThat(creation.getBusinessKey())
                .isNotEqualTo("0000-0000")
                .matches(DossierNumber::valid)
                .matches(dossier -> dossiers.find(dossier).isPresent());
    }

    @Test
    void every_task_is_assigned_to_the_student_of_the_dossier() {
        String dossier = students.requestCode();

        for (int step = 0; step <= WIZARD.length; step++) {
            assertThat(students.openTask(dossier).getAssignee()).isEqualTo(dossier);
            walk(dossier, step, step + 1);
        }
    }

    @Test
    void the_wizard_leads_from_one_step_to_the_next_and_on_to_the_waiting_page() {
        String dossier = students.requestCode();

        for (int step = 0; step < WIZARD.length; step++) {
            assertThat(students.openTask(dossier).getTaskDefinitionKey()).isEqualTo(WIZARD[step]);
            walk(dossier, step, step + 1);
        }
        assertThat(students.openTask(dossier).getTaskDefinitionKey()).isEqualTo("Task_AwaitEmailConfirmation");
    }

    @Test
    void no_step_leaves_a_process_variable() {
        String dossier = students.requestCode();
        assertThat(variables()).isZero();

        for (int step = 0; step < WIZARD.length; step++) {
            walk(dossier, step, step + 1);
            assertThat(variables()).isZero();
        }
        time.pass(Duration.ofHours(25));
        students.askForTheLinkAgain(dossier);
        assertThat(variables()).isZero();

        students.confirmEmail(dossier, mailbag.token(dossier));
        assertThat(variables()).isZero();
    }

    @Test
    void without_a_finalised_registration_the_student_is_told_to_finish_it_and_the_dossier_is_closed() {
        Map<String, Object> request = Students.codeRequest();
        request.put("registrationFinalised", false);

        ProcessInstance creation = students.start(request);

        assertThatPrerequisitesAreMissing(creation);
        assertThat(mailbag.of(creation.getBusinessKey()))
                .extracting(Letter::purpose)
                .containsExactly(GUIDANCE_FINISH_REGISTRATION);
    }

    @Test
    void without_a_carte_vitale_the_student_is_told_and_the_dossier_waits() {
        ProcessInstance creation = students.start(withoutCarteVitale());

        assertThatProcess(creation)
                .hasPassedInOrder("Gateway_ReadyForCode", "Task_SendGuidance", "Gateway_WorthWaiting")
                .isWaitingAt("Task_ReleaseWaitingDossier");
        assertThat(mailbag.of(creation.getBusinessKey()))
                .extracting(Letter::purpose)
                .containsExactly(GUIDANCE_WAIT_FOR_CARD);
    }

    @Test
    void when_the_card_has_come_the_code_is_sent() {
        ProcessInstance creation = students.start(withoutCarteVitale());
        time.pass(Duration.ofDays(40));

        students.release(creation.getBusinessKey(), Map.of("carteVitaleReceived", true));

        assertThatProcess(creation)
                .hasPassedInOrder("Task_ReleaseWaitingDossier", "Task_CheckPrerequisites", "Task_SendCodeBySms")
                .hasPassed("Event_CheckInSent")
                .isWaitingAt("Task_ChoosePassword");
    }

    @Test
    void who_asks_again_with_the_card_is_led_to_the_waiting_dossier() {
        Map<String, Object> request = withoutCarteVitale();
        ProcessInstance creation = students.start(request);
        request.put("carteVitaleReceived", true);

        ProcessInstance again = students.start(request);

        assertThat(again.getBusinessKey()).isEqualTo(creation.getBusinessKey());
        assertThatProcess(again).isEnded().hasPassed("Task_LeadToOpenDossier", "Event_LedToOpenDossier");
        assertThatProcess(creation).hasPassed("Event_RequestedAgain").isWaitingAt("Task_ChoosePassword");
    }

    @Test
    void who_asks_again_without_the_card_goes_on_waiting_and_gets_no_second_guidance() {
        Map<String, Object> request = withoutCarteVitale();
        ProcessInstance creation = students.start(request);

        students.start(request);

        assertThatProcess(creation).isWaitingAt("Task_ReleaseWaitingDossier");
        assertThat(mailbag.of(creation.getBusinessKey(), GUIDANCE_WAIT_FOR_CARD))
                .hasSize(1);
    }

    @Test
    void who_waited_with_a_provisional_number_is_found_again_by_the_permanent_one() {
        Map<String, Object> request = withProvisionalNumber("7030799350999");
        String permanent = Students.freshNir();
        ProcessInstance creation = students.start(request);
        request.put("nir", permanent);

        ProcessInstance again = students.start(request);

        assertThat(again.getBusinessKey()).isEqualTo(creation.getBusinessKey());
        assertThatProcess(creation).isWaitingAt("Task_ChoosePassword");
    }

    @Test
    void with_the_permanent_number_but_without_the_card_the_dossier_waits_for_the_card() {
        Map<String, Object> request = withProvisionalNumber("7030799350998");
        request.put("carteVitaleReceived", false);
        ProcessInstance creation = students.start(request);

        students.release(creation.getBusinessKey(), Map.of("nir", Students.freshNir()));

        assertThatProcess(creation).isWaitingAt("Task_ReleaseWaitingDossier");
        assertThat(mailbag.of(creation.getBusinessKey(), GUIDANCE_WAIT_FOR_CARD))
                .hasSize(1);
    }

    @Test
    void a_waiting_dossier_is_not_released_with_the_number_of_another_student() {
        Map<String, Object> other = Students.codeRequest();
        students.start(other);
        String dossier = students.start(withProvisionalNumber("7030799350997")).getBusinessKey();

        assertThatIsRefused(() -> students.release(dossier, Map.of("nir", other.get("nir"))), "nir: ALREADY_OPEN");
    }

    @Test
    void a_waiting_dossier_is_released_for_a_reason_only() {
        String dossier = students.start(withoutCarteVitale()).getBusinessKey();

        assertThatIsRefused(() -> students.release(dossier, Map.of()), "form: NOTHING_NEW");
    }

    @Test
    void a_student_whose_card_never_comes_leaves_nothing_personal_behind() {
        ProcessInstance creation = students.start(withoutCarteVitale());

        time.pass(Duration.ofDays(180));

        assertThatProcess(creation).isEnded().hasPassed("Event_WaitingTimeUp", "Event_PrerequisitesNeverMet");
        assertThatIsClosed(creation.getBusinessKey(), Closure.PREREQUISITES_NEVER_MET);
    }

    @Test
    void who_asks_again_after_the_code_was_sent_gets_it_once_more() {
        Map<String, Object> request = Students.codeRequest();
        ProcessInstance creation = students.start(request);
        String code = mailbag.provisionalCode(creation.getBusinessKey());
        time.pass(Duration.ofHours(2));

        students.start(request);

        assertThatProcess(creation).hasPassed("Event_CodeSentAgain").isWaitingAt("Task_ChoosePassword");
        assertThat(mailbag.of(creation.getBusinessKey(), PROVISIONAL_CODE)).hasSize(2);
        assertThat(mailbag.provisionalCode(creation.getBusinessKey())).isEqualTo(code);
    }

    @Test
    void a_used_or_expired_code_is_replaced_when_it_is_asked_for_again() {
        String dossier = students.requestCode();
        String code = mailbag.provisionalCode(dossier);
        time.pass(Duration.ofDays(14));

        students.askForNewCode(dossier);

        assertThat(mailbag.provisionalCode(dossier)).isNotEqualTo(code);
    }

    @Test
    void by_telephone_the_code_does_not_go_to_another_number() {
        Map<String, Object> request = Students.codeRequest();
        students.start(request);
        request.put("mobile", "06 12 34 56 79");

        assertThatIsRefused(() -> students.start(request), "mobile: OTHER_NUMBER");
    }

    @Test
    void at_the_agency_the_number_can_be_corrected() {
        Map<String, Object> request = Students.codeRequest();
        String dossier = students.start(request).getBusinessKey();
        time.pass(Duration.ofHours(2));
        request.put("mobile", "06 12 34 56 79");
        request.put("channel", "AGENCY");

        students.start(request);

        assertThat(mailbag.newest(dossier, PROVISIONAL_CODE).envelope().to()).isEqualTo("+33612345679");
    }

    @Test
    void who_asks_again_with_another_birth_date_is_not_led_to_the_dossier() {
        Map<String, Object> request = Students.codeRequest();
        students.start(request);
        request.put("birthDate", "2003-07-15");

        assertThatIsRefused(() -> students.start(request), "birthDate: OTHER_DATE");
    }

    @Test
    void whose_account_is_active_needs_no_code() {
        Map<String, Object> request = Students.codeRequest();
        walk(students.start(request).getBusinessKey(), 4);

        assertThatIsRefused(() -> students.start(request), "nir: ALREADY_ACTIVE");
    }

    @Test
    void a_student_who_refuses_the_terms_leaves_nothing_personal_behind() {
        ProcessInstance creation = students.start(Students.codeRequest());
        walk(creation.getBusinessKey(), 1);

        students.refuseTerms(creation.getBusinessKey());

        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder("Task_AcceptTerms", "Gateway_TermsAccepted", "Event_TermsRefused")
                .hasNotPassed("Task_GiveContactDetails", "Event_CancelledByStudent");
        assertThatIsClosed(creation.getBusinessKey(), Closure.TERMS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_student_who_stops_at_any_step_leaves_nothing_personal_behind(int step) {
        ProcessInstance creation = students.start(Students.codeRequest());
        walk(creation.getBusinessKey(), step);

        time.pass(Duration.ofDays(30));

        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder("Task_RemindStudent", "Event_StudentReminded", "Event_AdvisorAskedToCall")
                .hasPassedInOrder("Task_CloseAbandonedDossier", "Event_Abandoned");
        assertThatIsClosed(creation.getBusinessKey(), Closure.ABANDONED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_step_stays_open_for_thirty_days(int step) {
        String dossier = students.requestCode();
        walk(dossier, step);

        time.pass(Duration.ofDays(30).minusMillis(1));
        walk(dossier, step, step + 1);

        assertThat(dossiers.of(dossier).isClosed()).isFalse();
    }

    /** With a mobile number of its own, by which the student would be found again. */
    private static Map<String, Object> withProvisionalNumber(String number) {
        Map<String, Object> request = Students.codeRequest();
        request.put("nir", number);
        request.put("mobile", "06 45 67 8" + number.substring(10, 11) + " " + number.substring(11));
        return request;
    }

    private static Map<String, Object> withoutCarteVitale() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        return request;
    }

    private static void assertThatIsRefused(ThrowingCallable submission, String problem) {
        assertThatThrownBy(submission)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
    }

    private void assertThatPrerequisitesAreMissing(ProcessInstance creation) {
        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder(
                        "Task_CheckPrerequisites",
                        "Gateway_ReadyForCode",
                        "Task_SendGuidance",
                        "Task_CloseIncompleteRequest",
                        "Event_PrerequisitesMissing")
                .hasNotPassed("Task_IssueProvisionalCode", "Task_ChoosePassword", "Event_AccountActivated");
        assertThatIsClosed(creation.getBusinessKey(), Closure.PREREQUISITES_MISSING);
    }

    @Test
    void a_student_whose_registration_was_not_finalised_can_come_back_with_the_same_nir() {
        Map<String, Object> request = Students.codeRequest();
        request.put("registrationFinalised", false);
        students.start(request);

        request.put("registrationFinalised", true);

        assertThatProcess(students.start(request)).isWaitingAt("Task_ChoosePassword");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_student_who_cancels_at_any_step_leaves_nothing_personal_behind(int step) {
        ProcessInstance creation = students.start(Students.codeRequest());
        String dossier = creation.getBusinessKey();
        walk(dossier, step);

        students.cancel(dossier);

        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder(
                        WIZARD[step], "Event_CancelAsked", "Task_EraseWhatWasGiven", "Event_CancelledByStudent")
                .hasNotPassed("Event_AccountActivated", "CallActivity_EmailVerification");
        assertThatIsClosed(dossier, Closure.CANCELLED_BY_STUDENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_student_who_cancelled_at_any_step_can_come_back_with_the_same_nir(int step) {
        Map<String, Object> request = Students.codeRequest();
        String dossier = students.start(request).getBusinessKey();
        walk(dossier, step);
        students.cancel(dossier);

        assertThatProcess(students.start(request)).isWaitingAt("Task_ChoosePassword");
    }

    /** The only way through the verification that a new account cannot take. */
    @Test
    void the_verification_of_another_address_ends_when_an_active_account_keeps_its_own() {
        String dossier = students.requestCode();
        walk(dossier, 4);
        students.beginService(
                "contact-details-change",
                dossier,
                Map.of(
                        "street", "3 rue Victor Hugo",
                        "postalCode", "69002",
                        "city", "Lyon",
                        "email", "another-" + Students.emailOf(dossier),
                        "password", Students.PASSWORD));
        ProcessInstance verification = instance("email-verification", dossier);

        students.keepOldEmail(dossier);

        assertThatProcess(verification)
                .isEnded()
                .hasPassed("Gateway_Withdrawn", "Event_AddressWithdrawn")
                .hasNotPassed("Gateway_AddressConfirmed", "Event_EmailConfirmed", "Event_VerificationGivenUp");
    }

    @Test
    void a_student_who_never_confirms_the_address_leaves_nothing_personal_behind() {
        ProcessInstance creation = students.start(Students.codeRequest());
        String dossier = creation.getBusinessKey();
        walk(dossier, 3);

        time.pass(Duration.ofDays(30));

        assertThatProcess(creation)
                .isEnded()
                .hasPassedInOrder(
                        "CallActivity_EmailVerification",
                        "Gateway_EmailConfirmed",
                        "Task_CloseUnconfirmedDossier",
                        "Event_EmailNeverConfirmed")
                .hasNotPassed("Task_ActivateAccount", "Event_AccountActivated");
        assertThatIsClosed(dossier, Closure.EMAIL_NEVER_CONFIRMED);
    }

    @Test
    void a_student_who_never_confirmed_the_address_can_come_back_with_the_same_nir() {
        Map<String, Object> request = Students.codeRequest();
        walk(students.start(request).getBusinessKey(), 3);
        time.pass(Duration.ofDays(30));

        assertThatProcess(students.start(request)).isWaitingAt("Task_ChoosePassword");
    }

    /** Does so many of the wizard's steps, from the first. */
    private void walk(String dossier, int steps) {
        walk(dossier, 0, steps);
    }

    private void walk(String dossier, int from, int to) {
        for (int step = from; step < to; step++) {
            switch (step) {
                case 0 -> students.choosePassword(dossier);
                case 1 -> students.acceptTerms(dossier);
                case 2 -> students.giveContactDetails(dossier);
                default -> students.confirmEmail(dossier, mailbag.token(dossier));
            }
        }
    }

    private void assertThatIsClosed(String number, Closure reason) {
        Dossier dossier = dossiers.of(number);
        assertThat(dossier.closure()).isEqualTo(reason);
        assertThat(dossier)
                .extracting(Dossier::nir, Dossier::identity, Dossier::mobile, Dossier::email, Dossier::passwordHash)
                .containsOnlyNulls();
        assertThat(jdbc.sql("select count(*) from one_time_secret where dossier = ? and sealed is not null")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int variables() {
        return jdbc.sql("select (select count(*) from act_ru_variable) + (select count(*) from act_hi_varinst)"
                        + " + (select count(*) from act_hi_detail)")
                .query(Integer.class)
                .single();
    }
}
