package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.CLOSING_NOTICE;
import static org.amelionboarding.message.MessagePurpose.DETAILS_CHANGED;
import static org.amelionboarding.message.MessagePurpose.EMAIL_ALREADY_USED;
import static org.amelionboarding.message.MessagePurpose.EMAIL_CHANGED;
import static org.amelionboarding.message.MessagePurpose.EMAIL_KEPT;
import static org.amelionboarding.message.MessagePurpose.NEW_EMAIL_IN_USE;
import static org.amelionboarding.message.MessagePurpose.RESET_LINK;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_LINK;
import static org.amelionboarding.message.MessagePurpose.VERIFICATION_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.PostalAddress;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.Together;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.session.SessionRegistry;

/** A student with an active account changes contact details; the owner is told, another address is confirmed or not. */
class ContactDetailsChangeTest extends ProcessTest {

    private static final String CHANGE = "contact-details-change";
    private static final String CHECK = "Task_CheckContactDetails";
    private static final String NEW_MOBILE = "+33698765432";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Three links of two days each. */
    private static final Duration UNTIL_GIVEN_UP = Duration.ofDays(6);

    @Autowired
    Profiles profiles;

    @Autowired
    SessionRegistry sessions;

    @Autowired
    JdbcClient database;

    private String dossier;
    private String oldEmail;
    private String newEmail;

    @BeforeEach
    void an_account_is_active() {
        dossier = settledAccount();
        profiles.keepAddress(dossier, new PostalAddress("1 rue Ancienne", "69001", "Lyon"));
        oldEmail = Students.emailOf(dossier);
        newEmail = "new-" + oldEmail;
    }

    private String settledAccount() {
        String opened = activeAccount();
        time.pass(A_MINUTE);
        return opened;
    }

    private ProcessInstance change(String field, String value) {
        return change(Map.of(field, value, "password", Students.PASSWORD));
    }

    private ProcessInstance change(Map<String, Object> typed) {
        return students.beginService(CHANGE, dossier, typed);
    }

    private ProcessInstance giveNewEmail() {
        return change("email", newEmail);
    }

    private String emailOnFile() {
        return dossiers.of(dossier).email().address();
    }

    private List<String> recipients(MessagePurpose purpose) {
        return mailbag.of(dossier, purpose).stream()
                .map(letter -> letter.envelope().to())
                .toList();
    }

    // ---- What is told, and to whom

    @Test
    void a_changed_mobile_is_kept_at_once_and_the_owner_told_by_mail() {
        ProcessInstance change = change("mobile", "06 98 76 54 32");

        assertThatProcess(change)
                .isEnded()
                .hasPassedInOrder(
                        "Event_ChangeGiven",
                        "Task_TellOwnerOfChange",
                        "Gateway_NewAddressGiven",
                        "Event_DetailsChanged")
                .hasNotPassed("CallActivity_EmailVerification");
        assertThat(dossiers.of(dossier).mobile().e164()).isEqualTo(NEW_MOBILE);
        assertThat(recipients(DETAILS_CHANGED)).containsExactly(oldEmail);
    }

    @Test
    void the_notice_names_what_was_changed_and_no_value() {
        Map<String, Object> typed = postalAddress("12 rue de la Gare");
        typed.put("mobile", NEW_MOBILE);
        typed.put("password", Students.PASSWORD);
        change(typed);

        assertThat(mailbag.newest(dossier, DETAILS_CHANGED).envelope().text())
                .contains("– adresse postale\n– téléphone portable", "1 mars 2027")
                .doesNotContain("adresse mail", "Gare", "98765432", "98 76 54 32");
    }

    @Test
    void at_a_new_address_the_owner_is_told_at_the_old_one_and_the_link_goes_to_the_new_one() {
        ProcessInstance change = giveNewEmail();

        assertThatProcess(change)
                .isWaitingAt("CallActivity_EmailVerification")
                .hasPassed("Task_TellOwnerOfChange", "Gateway_NewAddressGiven");
        assertThat(recipients(DETAILS_CHANGED)).containsExactly(oldEmail);
        assertThat(recipients(VERIFICATION_LINK)).containsExactly(oldEmail, newEmail);
        assertThat(mailbag.newest(dossier, DETAILS_CHANGED).envelope().text())
                .contains("adresse mail (la nouvelle doit encore être confirmée")
                .doesNotContain(newEmail);
    }

    @Test
    void the_link_says_that_the_address_changes_and_not_that_an_account_is_created() {
        giveNewEmail();
        time.pass(A_DAY);

        assertThat(mailbag.newest(dossier, VERIFICATION_LINK).envelope().text())
                .contains("remplace celle de votre compte")
                .doesNotContain("création");
        assertThat(mailbag.newest(dossier, VERIFICATION_REMINDER).envelope().text())
                .contains("nouvelle adresse mail n’est pas encore confirmée");
        assertThat(recipients(VERIFICATION_REMINDER)).containsExactly(newEmail);
    }

    // ---- Until it is confirmed

    @Test
    void until_it_is_confirmed_the_old_address_stays_valid() {
        giveNewEmail();

        engine.getRuntimeService()
                .createMessageCorrelation("RESET_ASKED")
                .processInstanceBusinessKey(dossier)
                .correlate();

        assertThat(emailOnFile()).isEqualTo(oldEmail);
        assertThat(recipients(RESET_LINK)).containsExactly(oldEmail);
    }

    @Test
    void the_waiting_page_tells_which_address_is_valid_and_of_no_closing() {
        giveNewEmail();

        Map<String, Object> shown = waitingPage();

        assertThat(shown)
                .containsEntry("maskedEmail", "n•••@mailbox.example")
                .containsEntry("validEmail", dossiers.of(dossier).email().masked())
                .doesNotContainKey("closesAt");
    }

    private Map<String, Object> waitingPage() {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_AwaitEmailConfirmation")
                .singleResult()
                .getId();
        return engine.getFormService().getTaskFormVariables(task);
    }

    @Test
    void the_new_address_is_sealed() {
        giveNewEmail();

        byte[] column = database.sql("select new_email from dossier where number = ?")
                .param(dossier)
                .query(byte[].class)
                .single();
        assertThat(new String(column)).isNotEmpty().doesNotContain("mailbox");
    }

    // ---- Confirmed

    @Test
    void once_confirmed_the_new_address_is_valid_and_both_are_told() {
        ProcessInstance change = giveNewEmail();

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(change)
                .isEnded()
                .hasPassedInOrder(
                        "CallActivity_EmailVerification",
                        "Gateway_NewAddressConfirmed",
                        "Task_TellOldAddress",
                        "Task_ChangeAddress",
                        "Task_EndOtherSessions",
                        "Task_TellNewAddress",
                        "Event_AddressChanged")
                .hasNotPassed("Gateway_Withdrawn", "Task_KeepOldAddress", "Event_OldAddressKept");
        assertThat(emailOnFile()).isEqualTo(newEmail);
        assertThat(recipients(EMAIL_CHANGED)).containsExactly(oldEmail);
        assertThat(recipients(NEW_EMAIL_IN_USE)).containsExactly(newEmail);
    }

    /** A17, A19 */
    @Test
    void once_confirmed_the_student_is_signed_out_everywhere() {
        sessions.registerNewSession("library", dossier);
        giveNewEmail();
        assertThat(sessions.getAllSessions(dossier, false)).hasSize(1);

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(sessions.getAllSessions(dossier, false)).isEmpty();
    }

    @Test
    void once_another_is_confirmed_the_old_address_is_free_for_somebody_else() {
        giveNewEmail();
        students.confirmEmail(dossier, mailbag.token(dossier));
        String other = students.reachWaitingPage();

        students.correctEmail(other, oldEmail);
        students.confirmEmail(other, mailbag.token(other));

        assertThat(dossiers.of(other).isActive()).isTrue();
    }

    @Test
    void the_link_of_the_old_address_confirms_nothing() {
        String created = mailbag.token(dossier);
        giveNewEmail();

        assertRefused(() -> students.confirmEmail(dossier, created), "token: NOT_LIVE");
    }

    // ---- Withdrawn, or never confirmed

    @Test
    void a_student_who_keeps_the_old_address_is_asked_no_more() {
        ProcessInstance change = giveNewEmail();
        String token = mailbag.token(dossier);

        students.keepOldEmail(dossier);

        assertThatProcess(change)
                .isEnded()
                .hasPassedInOrder("Gateway_NewAddressConfirmed", "Gateway_Withdrawn", "Event_NewAddressWithdrawn")
                .hasNotPassed("Task_KeepOldAddress", "Task_ChangeAddress");
        assertThat(emailOnFile()).isEqualTo(oldEmail);
        assertThat(database.sql("select count(*) from one_time_secret where dossier = ? and purpose = 'EMAIL_LINK'"
                                + " and used_at is null and revoked_at is null")
                        .param(dossier)
                        .query(Integer.class)
                        .single())
                .as("live links, as %s was", token)
                .isZero();
    }

    @Test
    void giving_the_old_address_as_the_correction_keeps_it_too() {
        ProcessInstance change = giveNewEmail();

        students.correctNewEmail(dossier, oldEmail.toUpperCase(Locale.ROOT), Students.PASSWORD);

        assertThatProcess(change).isEnded().hasPassed("Event_NewAddressWithdrawn");
        assertThat(emailOnFile()).isEqualTo(oldEmail);
    }

    @Test
    void an_address_that_is_never_confirmed_is_recalled_as_at_first_and_then_the_old_one_is_kept() {
        ProcessInstance change = giveNewEmail();

        time.pass(UNTIL_GIVEN_UP);

        assertThatProcess(change)
                .isEnded()
                .hasPassedInOrder(
                        "Gateway_NewAddressConfirmed",
                        "Gateway_Withdrawn",
                        "Task_KeepOldAddress",
                        "Task_TellAddressKept",
                        "Event_OldAddressKept")
                .hasNotPassed("Task_ChangeAddress", "Event_NewAddressWithdrawn");
        assertThat(recipients(VERIFICATION_LINK)).containsExactly(oldEmail, newEmail, newEmail, newEmail);
        assertThat(recipients(VERIFICATION_REMINDER)).containsExactly(newEmail, newEmail, newEmail);
        assertThat(recipients(EMAIL_KEPT)).containsExactly(oldEmail);
        assertThat(emailOnFile()).isEqualTo(oldEmail);
    }

    @Test
    void until_its_last_moment_the_last_link_confirms() {
        ProcessInstance change = giveNewEmail();
        time.pass(UNTIL_GIVEN_UP.minusMillis(1));

        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThatProcess(change).isEnded().hasPassed("Event_AddressChanged");
    }

    @Test
    void nobody_closes_an_active_account_and_no_advisor_is_asked_to_call() {
        giveNewEmail();

        time.pass(Duration.ofDays(400));

        assertThat(dossiers.of(dossier).isClosed()).isFalse();
        assertThat(mailbag.of(dossier, CLOSING_NOTICE)).isEmpty();
        assertThat(instance("advisor-help", dossier)).isNull();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("advisor-help")
                        .processInstanceBusinessKey(dossier)
                        .count())
                .isZero();
    }

    @Test
    void an_application_that_was_down_for_months_gives_no_notice_of_a_closing() {
        ProcessInstance change = giveNewEmail();

        time.beDownFor(Duration.ofDays(90));

        assertThat(mailbag.of(dossier, CLOSING_NOTICE)).isEmpty();
        assertThatProcess(change).isEnded().hasPassed("Event_OldAddressKept");
    }

    // ---- One change at a time

    @Test
    void another_new_address_takes_the_place_of_the_one_that_waits() {
        ProcessInstance first = giveNewEmail();
        String firstToken = mailbag.token(dossier);
        time.pass(A_MINUTE);

        ProcessInstance second = change("email", "second-" + oldEmail);

        assertThatProcess(first)
                .isEnded()
                .hasPassed("Event_AnotherAddressGiven", "Event_ReplacedByAnotherChange")
                .hasNotPassed("Gateway_NewAddressConfirmed");
        assertThatProcess(second).isWaitingAt("CallActivity_EmailVerification");
        assertRefused(() -> students.confirmEmail(dossier, firstToken), "token: NOT_LIVE");
        students.confirmEmail(dossier, mailbag.token(dossier));
        assertThat(emailOnFile()).isEqualTo("second-" + oldEmail);
    }

    @Test
    void a_mobile_changed_meanwhile_leaves_the_address_waiting() {
        ProcessInstance first = giveNewEmail();

        ProcessInstance second = change("mobile", NEW_MOBILE);

        assertThatProcess(second).isEnded().hasPassed("Event_DetailsChanged");
        assertThatProcess(first).isWaitingAt("CallActivity_EmailVerification");
        students.confirmEmail(dossier, mailbag.token(dossier));
        assertThat(emailOnFile()).isEqualTo(newEmail);
    }

    @Test
    void the_address_that_waits_given_once_more_changes_nothing() {
        giveNewEmail();

        assertRefused(() -> change("email", newEmail), "form: UNCHANGED");
    }

    @Test
    void at_most_five_mails_leave_within_an_hour_whatever_address_is_given() {
        for (int address = 1; address < 5; address++) {
            change("email", address + newEmail);
        }

        assertRefused(() -> change("email", newEmail), "email: TOO_MANY");
        time.pass(Duration.ofHours(1));
        giveNewEmail();
    }

    // ---- The address belongs to somebody else

    /** A28 */
    @Test
    void a_new_address_of_another_account_is_told_to_that_mailbox_only() {
        String taken = Students.emailOf(settledAccount());

        ProcessInstance change = change("email", taken);

        assertThatProcess(change).isWaitingAt("CallActivity_EmailVerification");
        assertThat(recipients(EMAIL_ALREADY_USED)).containsExactly(taken);
        assertThat(waitingPage()).containsEntry("status", "QUEUED").containsKey("expiresAt");
    }

    @Test
    void an_address_that_another_account_has_confirmed_since_is_not_confirmed_again() {
        giveNewEmail();
        String other = students.reachWaitingPage();
        students.correctEmail(other, newEmail);
        students.confirmEmail(other, mailbag.token(other));

        assertRefused(() -> students.confirmEmail(dossier, mailbag.token(dossier)), "token: ADDRESS_TAKEN");
        assertThat(emailOnFile()).isEqualTo(oldEmail);
    }

    @RepeatedTest(5)
    void of_two_accounts_that_race_for_one_address_one_gets_it_and_the_other_keeps_its_own() {
        String other = settledAccount();
        profiles.keepAddress(other, new PostalAddress("2 rue Ancienne", "69001", "Lyon"));
        giveNewEmail();
        students.beginService(CHANGE, other, Map.of("email", newEmail, "password", Students.PASSWORD));
        String token = mailbag.token(dossier);
        String othersToken = mailbag.token(other);

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.confirmEmail(dossier, token)),
                attempt(() -> students.confirmEmail(other, othersToken))));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(emailOnFile()).isEqualTo(done.get(0) ? newEmail : oldEmail);
        assertThat(dossiers.of(other).email().address()).isEqualTo(done.get(1) ? newEmail : Students.emailOf(other));
    }

    @RepeatedTest(5)
    void a_last_link_that_expires_while_it_is_pressed_either_changes_the_address_or_keeps_it() {
        ProcessInstance change = giveNewEmail();
        time.pass(UNTIL_GIVEN_UP.minus(A_MINUTE));
        String token = mailbag.token(dossier);
        String timer = timeIsUp();

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.confirmEmail(dossier, token)),
                attempt(() -> engine.getManagementService().executeJob(timer))));

        if (!done.get(0) && !done.get(1)) {
            engine.getManagementService().executeJob(timer);
        }
        assertThat(emailOnFile()).isEqualTo(done.get(0) ? newEmail : oldEmail);
        assertThat(recipients(EMAIL_CHANGED)).hasSize(done.get(0) ? 1 : 0);
        assertThatProcess(change).isEnded();
    }

    private String timeIsUp() {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance("email-verification", dossier).getId())
                .activityId("Event_TimeIsUp")
                .singleResult();
        return job.getId();
    }

    @RepeatedTest(5)
    void a_link_that_is_pressed_while_another_address_is_given_leaves_one_whole_change() {
        giveNewEmail();
        String token = mailbag.token(dossier);

        List<Boolean> done = Together.all(List.of(
                attempt(() -> students.confirmEmail(dossier, token)),
                attempt(() -> change("email", "second-" + oldEmail))));

        assertThat(emailOnFile()).isEqualTo(done.get(0) ? newEmail : oldEmail);
        assertThat(dossiers.of(dossier).isNewEmailGiven()).isEqualTo(instance(CHANGE, dossier) != null);
    }

    // ---- Who may

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            email,  another@mailbox.example, -,               password: EMPTY
            email,  another@mailbox.example, Wrong-password1, password: WRONG
            mobile, 06 98 76 54 32,          -,               password: EMPTY
            mobile, 06 98 76 54 32,          Wrong-password1, password: WRONG
            email,  zofia@univ-lyon2.fr,     -,               email: UNIVERSITY
            mobile, 04 72 00 00 00,          -,               mobile: NOT_MOBILE
            city,   Lyon,                    -,               'street: EMPTY, postalCode: EMPTY'
            mobile, +33612345678,            -,               form: UNCHANGED
            """)
    void a_change_that_breaks_a_rule_is_refused(String field, String value, String password, String problem) {
        Map<String, Object> typed = new HashMap<>();
        typed.put(field, value);
        typed.put("password", password);

        assertRefused(() -> change(typed), problem);
        assertThat(instance(CHANGE, dossier)).isNull();
        assertThat(mailbag.of(dossier, DETAILS_CHANGED)).isEmpty();
    }

    @Test
    void after_too_many_wrong_passwords_even_the_right_one_is_blocked_until_a_time_that_is_told() {
        for (int wrong = 0; wrong < 5; wrong++) {
            assertRefused(() -> change(Map.of("email", newEmail, "password", "Wrong-password1")), "password: WRONG");
        }

        assertRefused(this::giveNewEmail, "password: BLOCKED (1 mars 2027 à 10:01)");
        assertRefused(this::giveNewEmail, "Réessayez à partir du 1 mars 2027 à 10:01.");
        time.pass(Duration.ofSeconds(30));
        giveNewEmail();
    }

    @Test
    void the_correction_of_a_new_address_asks_for_the_password_too() {
        giveNewEmail();

        assertRefused(() -> students.correctNewEmail(dossier, "x" + newEmail, ""), "password: EMPTY");
        assertRefused(() -> students.correctNewEmail(dossier, "x" + newEmail, "Wrong-password1"), "password: WRONG");
        students.correctNewEmail(dossier, "x" + newEmail, Students.PASSWORD);

        assertThat(mailbag.of(dossier, VERIFICATION_LINK))
                .extracting(letter -> letter.envelope().to())
                .contains("x" + newEmail);
    }

    @Test
    void on_the_way_to_the_account_there_is_no_old_address_to_keep() {
        String onTheWay = students.reachWaitingPage();

        assertRefused(() -> students.keepOldEmail(onTheWay), "action: NOT_ACTIVE");
    }

    @Test
    void nobody_changes_details_before_the_account_is_active() {
        String onTheWay = students.reachWaitingPage();

        assertRefused(
                () -> students.beginService(
                        CHANGE, onTheWay, Map.of("mobile", NEW_MOBILE, "password", Students.PASSWORD)),
                "form: NOT_ACTIVE");
    }

    @Test
    void the_postal_address_is_changed_without_the_password_and_stays_sealed() {
        change(postalAddress("12 rue de la Gare"));

        assertThat(profiles.address(dossier)).contains(new PostalAddress("12 rue de la Gare", "69002", "Lyon"));
        assertThat(new String(database.sql("select address from profile where dossier = ?")
                        .param(dossier)
                        .query(byte[].class)
                        .single()))
                .doesNotContain("Gare");
        assertThat(recipients(DETAILS_CHANGED)).containsExactly(oldEmail);
    }

    @Test
    void what_is_on_file_is_shown_to_its_owner_and_to_nobody_else() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CHANGE)
                .latestVersion()
                .singleResult()
                .getId();

        assertThat(engine.getFormService().getStartFormVariables(definition)).isEmpty();
        engine.getIdentityService().setAuthentication(dossier, List.of("students"));
        try {
            assertThat(engine.getFormService().getStartFormVariables(definition))
                    .containsEntry("street", "1 rue Ancienne")
                    .containsEntry("email", oldEmail)
                    .containsEntry("mobile", "+33612345678");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    // ---- From the profile's task

    @Test
    void an_address_changed_while_checking_starts_the_same_process() {
        Map<String, Object> checked = checked();
        checked.put("email", newEmail);
        checked.put("password", Students.PASSWORD);

        students.submit(dossier, CHECK, checked);

        assertThatProcess(instance(CHANGE, dossier))
                .hasPassed("Event_ChangedInProfile", "Task_TellOwnerOfChange")
                .hasNotPassed("Event_ChangeGiven")
                .isWaitingAt("CallActivity_EmailVerification");
        students.confirmEmail(dossier, mailbag.token(dossier));
        assertThat(emailOnFile()).isEqualTo(newEmail);
    }

    @Test
    void an_address_changed_while_checking_takes_the_place_of_one_that_waits() {
        ProcessInstance first = giveNewEmail();
        Map<String, Object> checked = checked();
        checked.put("email", "second-" + oldEmail);
        checked.put("password", Students.PASSWORD);
        time.pass(A_MINUTE);

        students.submit(dossier, CHECK, checked);

        assertThatProcess(first).isEnded().hasPassed("Event_ReplacedByAnotherChange");
        assertThat(mailbag.newest(dossier, VERIFICATION_LINK).envelope().to()).isEqualTo("second-" + oldEmail);
    }

    @Test
    void details_checked_and_left_as_they_are_ask_for_nothing_and_start_nothing() {
        students.submit(dossier, CHECK, Map.of("decision", "VERIFY", "email", oldEmail, "mobile", "06 12 34 56 78"));

        assertThat(mailbag.of(dossier, DETAILS_CHANGED)).isEmpty();
        assertThat(instance(CHANGE, dossier)).isNull();
    }

    @Test
    void a_wrong_password_while_checking_leaves_the_item_open_and_everything_as_it_was() {
        Map<String, Object> checked = checked();
        checked.put("mobile", NEW_MOBILE);
        checked.put("password", "Wrong-password1");

        assertRefused(() -> students.submit(dossier, CHECK, checked), "password: WRONG");

        assertThat(dossiers.of(dossier).mobile().e164()).isEqualTo("+33612345678");
        assertThat(profiles.address(dossier).orElseThrow().street()).isEqualTo("1 rue Ancienne");
        assertThat(profiles.openItems(dossier)).hasSize(4);
    }

    @Test
    void a_postal_address_that_replaces_another_is_told() {
        students.submit(dossier, CHECK, checked());

        assertThat(recipients(DETAILS_CHANGED)).containsExactly(oldEmail);
    }

    @Test
    void the_first_postal_address_is_not_told_as_a_change() {
        String other = settledAccount();

        students.submit(other, CHECK, checked());

        assertThat(mailbag.of(other, DETAILS_CHANGED)).isEmpty();
    }

    private static Map<String, Object> checked() {
        Map<String, Object> checked = postalAddress("3 rue Victor Hugo");
        checked.put("decision", "VERIFY");
        return checked;
    }

    private static Map<String, Object> postalAddress(String street) {
        return new HashMap<>(Map.of("street", street, "postalCode", "69002", "city", "Lyon"));
    }

    // ---- All of it

    @Test
    void no_process_variable_is_left() {
        giveNewEmail();
        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void these_ways_together_take_every_element_of_the_model() throws IOException {
        change("mobile", NEW_MOBILE);
        giveNewEmail();
        time.pass(A_MINUTE);
        change("email", "second-" + oldEmail);
        time.pass(UNTIL_GIVEN_UP);
        giveNewEmail();
        students.keepOldEmail(dossier);
        Map<String, Object> checked = checked();
        checked.put("email", newEmail);
        checked.put("password", Students.PASSWORD);
        time.pass(A_MINUTE);
        students.submit(dossier, CHECK, checked);
        students.confirmEmail(dossier, mailbag.token(dossier));

        assertThat(passed()).containsAll(elements());
    }

    private Set<String> passed() {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(CHANGE))
                .filter(activity -> dossier.equals(businessKey(activity)))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    private String businessKey(HistoricActivityInstance activity) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(activity.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Each has one way in but the first step, which both beginnings lead to: so every flow is taken as well. */
    private static Set<String> elements() throws IOException {
        Model model = Model.all().stream()
                .filter(some -> some.file().equals(CHANGE + ".bpmn"))
                .findFirst()
                .orElseThrow();
        return model.all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
    }

    private static void assertRefused(ThrowingCallable submission, String problem) {
        assertThatThrownBy(submission)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
    }
}
