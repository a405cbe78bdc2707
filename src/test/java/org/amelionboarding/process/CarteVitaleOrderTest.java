package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_APPROVED;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_LAPSED;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_QUESTION;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_RECEIVED;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_REFUSED;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_REMINDER;
import static org.amelionboarding.message.MessagePurpose.CARD_ORDER_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.PostalAddress;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.dossier.ThreadMessage;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A student whose Carte Vitale is lost or stolen orders a new one; an advisor approves, refuses or asks back. */
class CarteVitaleOrderTest extends ProcessTest {

    private static final String PROCESS = "carte-vitale-order";
    private static final String QUESTION = "Habitez-vous encore au foyer Malherbe ?";
    private static final String ANSWER = "Non, chez ma tante Philomène.";
    private static final Map<String, Object> APPROVE = Map.of("action", "APPROVE");
    private static final Map<String, Object> ASK = Map.of("action", "ASK", "message", QUESTION);
    private static final Map<String, Object> REFUSE =
            Map.of("action", "REFUSE", "message", "Cette carte est déjà remplacée.");
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @Autowired
    CardOrders orders;

    @Autowired
    Profiles profiles;

    private String dossier;

    @BeforeEach
    void an_account_is_active() {
        dossier = activeAccount();
    }

    /** What a student types; can be changed. The clock stands at 1 March 2027. */
    private static Map<String, Object> lost() {
        return new HashMap<>(Map.of(
                "reason", "LOST",
                "lostOn", "2027-02-27",
                "declared", true,
                "street", "3 rue Victor Hugo",
                "postalCode", "69002",
                "city", "Lyon"));
    }

    private ProcessInstance order() {
        return start(PROCESS, dossier, null, lost());
    }

    private ProcessInstance asked() {
        ProcessInstance order = order();
        submit(order, ASK);
        return order;
    }

    private ProcessInstance approved() {
        ProcessInstance order = order();
        submit(order, APPROVE);
        submit(order, Map.of());
        return order;
    }

    private static Map<String, Object> answer() {
        return Map.of("message", ANSWER, "street", "8 quai Gailleton", "postalCode", "69002", "city", "Lyon");
    }

    /** As the page does. */
    private void findTheCard() {
        engine.getRuntimeService()
                .createMessageCorrelation("CARD_FOUND")
                .processInstanceBusinessKey(dossier)
                .correlate();
    }

    private List<MessagePurpose> told() {
        return mailbag.of(dossier).stream()
                .map(letter -> letter.purpose())
                .filter(purpose -> purpose.name().startsWith("CARD_ORDER"))
                .toList();
    }

    // ---- Ordering

    @Test
    void an_order_waits_for_the_advisors_under_the_students_own_number() {
        ProcessInstance order = order();

        assertThat(order.getBusinessKey()).isEqualTo(dossier);
        assertThatProcess(order).isWaitingAt("Task_ReviewCardOrder");
        assertThat(task(order).getPriority()).isEqualTo(60);
        assertThat(told()).containsExactly(CARD_ORDER_RECEIVED);
    }

    @Test
    void whatever_business_key_is_sent_the_order_is_the_students_who_has_signed_in() {
        String other = activeAccount();

        assertThat(start(PROCESS, dossier, other, lost()).getBusinessKey()).isEqualTo(dossier);
        assertThat(instance(PROCESS, other)).isNull();
    }

    @Test
    void the_address_is_kept_in_the_profile() {
        order();

        assertThat(profiles.address(dossier)).contains(new PostalAddress("3 rue Victor Hugo", "69002", "Lyon"));
    }

    @Test
    void the_address_on_file_is_proposed() {
        profiles.keepAddress(dossier, new PostalAddress("8 quai Gailleton", "69002", "Lyon"));

        Map<String, Object> proposed = as(
                dossier, List.of("students"), () -> engine.getFormService().getStartFormVariables(definition(PROCESS)));

        assertThat(proposed).containsEntry("street", "8 quai Gailleton").containsEntry("city", "Lyon");
    }

    @Test
    void to_an_advisor_nothing_is_proposed() {
        profiles.keepAddress(dossier, new PostalAddress("8 quai Gailleton", "69002", "Lyon"));

        assertThat(as(
                        "advisor",
                        List.of("advisors"),
                        () -> engine.getFormService().getStartFormVariables(definition(PROCESS))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            reason,     -,             reason: EMPTY
            reason,     EATEN,         reason: MALFORMED
            lostOn,     -,             lostOn: EMPTY
            lostOn,     27/02/2027,    lostOn: MALFORMED
            lostOn,     2027-03-02,    lostOn: NOT_PAST
            lostOn,     2022-02-28,    lostOn: TOO_LONG_AGO
            declared,   false,         declared: NOT_DECLARED
            declared,   -,             declared: NOT_DECLARED
            street,     ' ',           street: EMPTY
            postalCode, 69002 Lyon 02, postalCode: TOO_LONG
            city,       -,             city: EMPTY
            """)
    void an_order_that_cannot_be_is_refused(String field, String typed, String problem) {
        Map<String, Object> order = lost();
        order.put(field, typed);

        assertRefused(order, problem);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertRefused(
                Map.of("lostOn", "2027-03-02", "street", "a\u0000b"),
                "reason: EMPTY",
                "lostOn: NOT_PAST",
                "declared: NOT_DECLARED",
                "street: FORBIDDEN_CHARACTER",
                "postalCode: EMPTY",
                "city: EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-01", "2022-03-01"})
    void the_loss_may_be_of_today_or_five_years_ago(String day) {
        Map<String, Object> order = lost();
        order.put("lostOn", day);

        assertThatProcess(start(PROCESS, dossier, null, order)).isWaitingAt("Task_ReviewCardOrder");
    }

    @Test
    void nobody_orders_before_the_account_is_active() {
        String onTheWay = students.reachWaitingPage();

        assertThatThrownBy(() -> start(PROCESS, onTheWay, null, lost()))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("NOT_ACTIVE");
    }

    @Test
    void an_advisor_may_not_even_try() {
        String process = definition(PROCESS);

        assertThatThrownBy(() -> as(
                        "advisor",
                        List.of("advisors"),
                        () -> engine.getFormService().submitStartForm(process, dossier, lost())))
                .isInstanceOf(AuthorizationException.class);
    }

    // ---- One at a time

    @Test
    void a_second_order_is_refused_while_one_is_in_review() {
        order();

        assertRefused(lost(), "order: ONE_AT_A_TIME");
    }

    @Test
    void a_second_order_is_refused_while_a_question_waits() {
        asked();

        assertRefused(lost(), "order: ONE_AT_A_TIME");
    }

    @Test
    void a_second_order_is_refused_while_the_card_is_on_its_way() {
        approved();

        time.pass(Duration.ofDays(14).minus(A_MOMENT));

        assertRefused(lost(), "order: ON_ITS_WAY");
    }

    @Test
    void a_card_that_has_not_arrived_after_two_weeks_can_be_ordered_again() {
        approved();

        time.pass(Duration.ofDays(14));

        assertThatProcess(order()).isWaitingAt("Task_ReviewCardOrder");
    }

    @Test
    void after_a_refusal_another_order_is_a_new_one() {
        ProcessInstance refused = order();
        submit(refused, REFUSE);
        submit(refused, Map.of());

        ProcessInstance second = order();

        assertThatProcess(second).isWaitingAt("Task_ReviewCardOrder");
        assertThat(orders.messages(dossier)).isEmpty();
    }

    // ---- Review

    @Test
    void the_advisor_is_shown_who_orders_what_happened_and_where_the_card_goes() {
        ProcessInstance order = order();

        assertThat(List.of("familyName", "loss", "lostOn", "street", "postalCode", "city"))
                .extracting(field -> shown(order, field))
                .containsExactly("Kowalska", "LOST", "27 February 2027", "3 rue Victor Hugo", "69002", "Lyon");
    }

    @Test
    void an_approved_order_is_read_and_over() {
        ProcessInstance order = approved();

        assertThatProcess(order)
                .isEnded()
                .hasPassedInOrder(
                        "Event_OrderSent",
                        "Task_TellStudentOfOrder",
                        "Task_ReviewCardOrder",
                        "Gateway_QuestionToStudent",
                        "Task_TellStudentOfDecision",
                        "Task_ReadCardDecision",
                        "Gateway_Approved",
                        "Event_CardOrdered")
                .hasNotPassed("Task_TellStudentOfQuestion", "Event_OrderRefused");
        assertThat(told()).containsExactly(CARD_ORDER_RECEIVED, CARD_ORDER_APPROVED);
    }

    @Test
    void the_mail_of_an_approval_names_no_address() {
        submit(order(), APPROVE);

        assertThat(mailbag.newest(dossier, CARD_ORDER_APPROVED).envelope().text())
                .contains("votre adresse postale")
                .doesNotContain("Victor Hugo", "69002");
    }

    @Test
    void why_an_order_is_refused_is_read_in_the_account_only() {
        ProcessInstance order = order();

        submit(order, REFUSE);

        assertThat(shown(order, "decision")).isEqualTo("REFUSED");
        assertThat(shown(order, "thread")).asString().contains("déjà remplacée");
        assertThat(mailbag.newest(dossier, CARD_ORDER_REFUSED).envelope().text())
                .doesNotContain("remplacée");
    }

    @Test
    void a_refused_order_orders_no_card() {
        ProcessInstance order = order();
        submit(order, REFUSE);
        submit(order, Map.of());

        assertThatProcess(order)
                .isEnded()
                .hasPassed("Event_OrderRefused")
                .hasNotPassed("Event_CardOrdered", "Task_TellStudentOfQuestion");
    }

    @Test
    void a_decision_that_nobody_reads_ends_the_order_after_sixty_days() {
        ProcessInstance order = order();
        submit(order, APPROVE);
        time.pass(Duration.ofDays(60).minus(A_MOMENT));
        assertThatProcess(order).isWaitingAt("Task_ReadCardDecision");

        time.pass(A_MOMENT);

        assertThatProcess(order).isEnded().hasPassedInOrder("Event_DecisionNotRead", "Event_CardOrdered");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ASK,     -,          message: EMPTY
            REFUSE,  ' ',        message: EMPTY
            APPROVE, Pourquoi ?, message: NOT_SENT
            -,       Pourquoi ?, action: EMPTY
            LATER,   -,          action: MALFORMED
            """)
    void a_review_that_cannot_be_is_refused(String action, String message, String problem) {
        ProcessInstance order = order();
        Map<String, Object> typed = new HashMap<>();
        typed.put("action", action);
        typed.put("message", message);

        assertThatThrownBy(() -> submit(order, typed))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
    }

    // ---- Asking back

    @Test
    void a_question_goes_to_the_student() {
        ProcessInstance order = asked();

        assertThat(task(order).getTaskDefinitionKey()).isEqualTo("Task_CompleteCardOrder");
        assertThat(task(order).getAssignee()).isEqualTo(dossier);
        assertThat(shown(order, "thread")).asString().contains(QUESTION);
        assertThat(shown(order, "street")).isEqualTo("3 rue Victor Hugo");
    }

    @Test
    void the_mail_of_a_question_tells_until_when_and_not_what() {
        asked();

        assertThat(mailbag.newest(dossier, CARD_ORDER_QUESTION).envelope().text())
                .contains("31 mars 2027")
                .doesNotContain("Malherbe");
    }

    @Test
    void an_answer_goes_back_to_the_review_with_the_corrected_address() {
        ProcessInstance order = asked();

        submit(order, answer());

        assertThatProcess(order).isWaitingAt("Task_ReviewCardOrder");
        assertThat(shown(order, "street")).isEqualTo("8 quai Gailleton");
        assertThat(orders.messages(dossier)).extracting(ThreadMessage::text).containsExactly(QUESTION, ANSWER);
    }

    @Test
    void an_advisor_may_ask_again() {
        ProcessInstance order = asked();
        submit(order, answer());

        submit(order, ASK);

        assertThatProcess(order).isWaitingAt("Task_CompleteCardOrder");
        assertThat(told()).containsExactly(CARD_ORDER_RECEIVED, CARD_ORDER_QUESTION, CARD_ORDER_QUESTION);
    }

    @Test
    void an_answer_needs_words_and_a_whole_address() {
        ProcessInstance order = asked();

        assertThatThrownBy(() -> submit(order, Map.of("message", " ", "street", "8 quai Gailleton")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("message: EMPTY")
                .hasMessageContaining("postalCode: EMPTY, city: EMPTY");
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 1", "13, 1", "14, 2", "29, 2"})
    void a_question_that_waits_is_recalled_twice(int days, int reminders) {
        asked();

        time.pass(Duration.ofDays(days).plusMinutes(1));

        assertThat(mailbag.of(dossier, CARD_ORDER_REMINDER)).hasSize(reminders);
    }

    @Test
    void an_answered_question_is_not_recalled() {
        submit(asked(), answer());

        time.pass(Duration.ofDays(40));

        assertThat(told()).doesNotContain(CARD_ORDER_REMINDER, CARD_ORDER_LAPSED);
    }

    /** 1 March 2027 is a Monday, 21:30 too late in the day. */
    @Test
    void a_reminder_waits_for_the_morning() {
        time.stopAt(Instant.parse("2027-03-01T20:30:00Z"));
        asked();

        time.pass(Duration.ofDays(7).plusMinutes(1));

        assertThat(jdbc.queryForObject(
                                "select next_attempt_at from message where dossier = ? and purpose = ?",
                                OffsetDateTime.class,
                                dossier,
                                CARD_ORDER_REMINDER.name())
                        .toInstant())
                .isEqualTo("2027-03-09T08:00:00Z");
    }

    @Test
    void until_the_limit_a_question_can_be_answered() {
        ProcessInstance order = asked();

        time.pass(Duration.ofDays(30).minus(A_MOMENT));

        assertThatProcess(order).isWaitingAt("Task_CompleteCardOrder");
    }

    @Test
    void an_order_lapses_when_nobody_answers() {
        ProcessInstance order = asked();

        time.pass(Duration.ofDays(30));

        assertThatProcess(order)
                .isEnded()
                .hasPassedInOrder("Event_NotCompletedInTime", "Task_TellStudentOfLapse", "Event_OrderLapsed");
        assertThat(told()).endsWith(CARD_ORDER_LAPSED);
        assertThatProcess(order()).isWaitingAt("Task_ReviewCardOrder");
    }

    @Test
    void the_time_for_a_second_question_is_its_own() {
        ProcessInstance order = asked();
        time.pass(Duration.ofDays(20));
        submit(order, answer());
        submit(order, ASK);

        time.pass(Duration.ofDays(20));

        assertThatProcess(order).isWaitingAt("Task_CompleteCardOrder");
    }

    // ---- The card is found again

    @Test
    void an_order_in_review_can_be_withdrawn() {
        ProcessInstance order = order();

        findTheCard();

        assertThatProcess(order)
                .isEnded()
                .hasPassedInOrder("Event_CardFoundInReview", "Task_TellStudentOfWithdrawal", "Event_OrderWithdrawn")
                .hasNotPassed("Event_CardFoundBeforeAnswer");
        assertThat(told()).containsExactly(CARD_ORDER_RECEIVED, CARD_ORDER_WITHDRAWN);
    }

    @Test
    void an_order_with_a_question_can_be_withdrawn() {
        ProcessInstance order = asked();

        findTheCard();

        assertThatProcess(order)
                .isEnded()
                .hasPassedInOrder("Event_CardFoundBeforeAnswer", "Event_OrderWithdrawn")
                .hasNotPassed("Event_CardFoundInReview");
    }

    @ParameterizedTest
    @EnumSource(CardOrders.Decision.class)
    void what_is_decided_is_not_withdrawn(CardOrders.Decision decision) {
        ProcessInstance order = order();
        submit(order, decision == CardOrders.Decision.APPROVED ? APPROVE : REFUSE);

        assertThatThrownBy(this::findTheCard).hasMessageContaining("CARD_FOUND");
        assertThatProcess(order).isWaitingAt("Task_ReadCardDecision");
    }

    // ---- At the same moment

    @RepeatedTest(5)
    void a_card_found_while_the_advisor_approves_is_either_withdrawn_or_ordered() {
        ProcessInstance order = order();

        List<Boolean> done = Together.all(List.of(attempt(this::findTheCard), attempt(() -> submit(order, APPROVE))));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(orders.isApproved(dossier)).isEqualTo(done.get(1));
        assertThat(told())
                .containsExactly(CARD_ORDER_RECEIVED, done.get(0) ? CARD_ORDER_WITHDRAWN : CARD_ORDER_APPROVED);
    }

    @RepeatedTest(5)
    void an_answer_at_the_moment_of_the_lapse_is_either_kept_or_too_late() {
        ProcessInstance order = asked();
        String lapse = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(order.getId())
                .activityId("Event_NotCompletedInTime")
                .singleResult()
                .getId();

        List<Boolean> done = Together.all(List.of(
                attempt(() -> submit(order, answer())),
                attempt(() -> engine.getManagementService().executeJob(lapse))));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(orders.messages(dossier)).hasSize(done.get(0) ? 2 : 1);
        assertThat(instance(PROCESS, dossier) != null).isEqualTo(done.get(0));
    }

    @RepeatedTest(5)
    void of_two_orders_sent_at_the_same_moment_one_is_opened() {
        List<Boolean> done = Together.times(2, attempt(this::order));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(instance(PROCESS, dossier)).isNotNull();
        assertThat(told()).containsExactly(CARD_ORDER_RECEIVED);
    }

    // ---- What is kept

    @ParameterizedTest
    @ValueSource(strings = {"carte_vitale_order", "carte_vitale_order_message"})
    void a_closed_dossier_keeps_nothing_of_the_order(String table) {
        asked();

        dossiers.close(dossier, Closure.ABANDONED);

        assertThat(jdbc.queryForObject("select count(*) from " + table + " where dossier = ?", Integer.class, dossier))
                .isZero();
    }

    @Test
    void nobody_is_reminded_of_a_closed_dossier() {
        asked();
        dossiers.close(dossier, Closure.ABANDONED);

        time.pass(Duration.ofDays(40));

        assertThat(told()).doesNotContain(CARD_ORDER_REMINDER, CARD_ORDER_LAPSED);
    }

    /** A8, A25 */
    @Test
    void no_column_of_any_table_holds_what_was_typed() {
        ProcessInstance order = asked();
        submit(order, answer());
        submit(order, REFUSE);

        assertThat(columnsWith("Victor Hugo", "Gailleton", "Malherbe", "Philomène", "remplacée"))
                .isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void these_ways_together_take_every_element_of_the_model() throws IOException {
        ProcessInstance order = asked();
        time.pass(Duration.ofDays(30));
        order();
        findTheCard();
        asked();
        findTheCard();
        ProcessInstance refused = order();
        submit(refused, REFUSE);
        time.pass(Duration.ofDays(60));
        approved();

        assertThat(passed(order)).containsAll(elements(PROCESS));
    }

    private void assertRefused(Map<String, Object> typed, String... problems) {
        assertThatThrownBy(() -> start(PROCESS, dossier, null, typed))
                .isInstanceOf(FormFieldValidationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(problems);
    }
}
