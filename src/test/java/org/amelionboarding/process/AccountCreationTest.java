package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.GUIDANCE_FINISH_REGISTRATION;
import static org.amelionboarding.message.MessagePurpose.GUIDANCE_WAIT_FOR_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.amelionboarding.Mailbag.Letter;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossier;
import org.amelionboarding.dossier.DossierNumber;
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

        students.correctEmail(dossier, "zofia@mailbox.example");
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
    void without_a_carte_vitale_the_student_is_told_to_wait_for_it_and_the_dossier_is_closed() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);

        ProcessInstance creation = students.start(request);

        assertThatPrerequisitesAreMissing(creation);
        assertThat(mailbag.of(creation.getBusinessKey()))
                .extracting(Letter::purpose)
                .containsExactly(GUIDANCE_WAIT_FOR_CARD);
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
    void a_student_who_was_not_ready_can_come_back_with_the_same_nir() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        students.start(request);

        request.put("carteVitaleReceived", true);

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

    @Test
    void a_student_who_never_confirms_the_address_leaves_nothing_personal_behind() {
        ProcessInstance creation = students.start(Students.codeRequest());
        String dossier = creation.getBusinessKey();
        walk(dossier, 3);

        time.pass(Duration.ofDays(6));

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
        time.pass(Duration.ofDays(6));

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
