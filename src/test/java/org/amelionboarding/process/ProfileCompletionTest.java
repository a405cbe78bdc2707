package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.PROFILE_REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.ProfileStanding;
import org.amelionboarding.dossier.ProfileStanding.State;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the active account to four answers, or to silence. */
class ProfileCompletionTest extends ProcessTest {

    private static final String CONTACT_DETAILS = "Task_CheckContactDetails";
    private static final String GP = "Task_DeclareGp";
    private static final String TOP_UP_INSURANCE = "Task_ArrangeTopUpInsurance";
    private static final String CEAM = "Task_OrderCeam";
    private static final String[] IN_ORDER = {CONTACT_DETAILS, GP, TOP_UP_INSURANCE, CEAM};
    private static final Map<String, Object> DONE = Map.of("answer", "DONE");

    @Autowired
    JdbcClient database;

    @Autowired
    TakenFlows takenFlows;

    private String dossier;
    private ProcessInstance profile;

    @BeforeEach
    void the_account_has_become_active() {
        dossier = activeAccount();
        profile = instance("profile-completion", dossier);
    }

    @Test
    void four_items_wait_for_the_student() {
        assertThat(open()).containsExactlyInAnyOrder(CONTACT_DETAILS, GP, TOP_UP_INSURANCE, CEAM);
    }

    /** The models' priorities say so; the moment of creation is the same for all four, or nearly. */
    @Test
    void the_student_finds_them_in_the_order_of_the_guide() {
        assertThat(asStudent(() -> tasks().orderByTaskPriority().desc())).containsExactly(IN_ORDER);
        assertThat(asStudent(() -> tasks().orderByTaskCreateTime().asc())).containsExactly(IN_ORDER);
        assertThat(asStudent(this::tasks)).containsExactly(IN_ORDER);
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }

    private List<String> asStudent(Supplier<TaskQuery> query) {
        engine.getIdentityService().setAuthentication(dossier, List.of("students"));
        try {
            return query.get().list().stream().map(Task::getTaskDefinitionKey).toList();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void of_each_item_it_is_known_where_the_student_stands() {
        LocalDate today = LocalDate.ofInstant(dossiers.of(dossier).activatedAt(), ZoneId.of("Europe/Paris"));

        putOff(GP, "2027-06-01");
        students.submit(dossier, TOP_UP_INSURANCE, Map.of("answer", "NOT_CONCERNED"));
        students.submit(dossier, CEAM, DONE);

        assertThat(profiles.standings(dossier))
                .containsExactly(
                        new ProfileStanding(ProfileItem.CHECK_CONTACT_DETAILS, State.TO_DO, null),
                        new ProfileStanding(ProfileItem.DECLARE_GP, State.PUT_OFF, LocalDate.of(2027, 6, 1)),
                        new ProfileStanding(ProfileItem.ARRANGE_TOP_UP_INSURANCE, State.NOT_CONCERNED, today),
                        new ProfileStanding(ProfileItem.ORDER_CEAM, State.DONE, today));
    }

    @Test
    void an_item_is_to_do_again_on_the_day_that_it_was_put_off_to() {
        students.submit(dossier, CONTACT_DETAILS, Map.of("decision", "LATER"));

        time.pass(Duration.ofDays(30));

        assertThat(profiles.standings(dossier))
                .contains(new ProfileStanding(ProfileItem.CHECK_CONTACT_DETAILS, State.TO_DO, null));
    }

    @Test
    void when_all_is_answered_the_profile_is_complete() {
        answerEverything();

        assertThatProcess(profile)
                .isEnded()
                .hasPassed("Gateway_AllAnswered", "Event_ProfileComplete")
                .hasNotPassed("Task_SendProfileReminder");
    }

    @Test
    void a_complete_profile_is_not_recalled() {
        answerEverything();

        time.pass(Duration.ofDays(400));

        assertThat(reminders()).isEmpty();
    }

    @Test
    void the_postal_address_is_kept_sealed() {
        verifyContactDetails();

        byte[] address = database.sql("select address from profile where dossier = ?")
                .param(dossier)
                .query(byte[].class)
                .single();
        assertThat(new String(address)).isNotEmpty().doesNotContain("Victor Hugo");
    }

    @Test
    void an_item_put_off_waits_for_its_day() {
        putOff(GP, "2027-03-20");

        time.pass(Duration.ofDays(18));

        assertThat(open()).doesNotContain(GP);
    }

    @Test
    void an_item_put_off_is_asked_about_again_on_its_day() {
        putOff(GP, "2027-03-20");

        time.pass(Duration.ofDays(19));

        assertThat(open()).contains(GP);
    }

    @Test
    void an_item_can_be_put_off_again() {
        putOff(GP, "2027-03-20");
        time.pass(Duration.ofDays(19));
        putOff(GP, "2027-04-20");

        assertThat(open()).doesNotContain(GP);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true"})
    void contact_details_put_off_are_asked_about_again_after_30_days(int days, boolean asked) {
        students.submit(dossier, CONTACT_DETAILS, Map.of("decision", "LATER"));

        time.pass(Duration.ofDays(days));

        assertThat(open().contains(CONTACT_DETAILS)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 1", "29, 1", "30, 2", "59, 2", "60, 3", "89, 3"})
    void three_reminders_go_out_and_then_none(int days, int sent) {
        time.pass(Duration.ofDays(days));

        assertThat(reminders()).hasSize(sent);
    }

    @Test
    void a_reminder_names_what_is_to_do_and_nothing_else() {
        students.submit(dossier, GP, DONE);
        putOff(CEAM, "2027-06-01");

        time.pass(Duration.ofDays(7));

        assertThat(reminders().get(0).envelope().text())
                .contains("– Vérifier mes coordonnées", "– Choisir une mutuelle ou demander la CSS")
                .doesNotContain("Déclarer un médecin traitant", "Commander la CEAM");
    }

    @Test
    void a_reminder_tells_the_mail_program_where_to_stop() {
        time.pass(Duration.ofDays(7));

        assertThat(reminders().get(0).envelope().stopLink())
                .isEqualTo("http://localhost:8080/reminders/stop?token="
                        + Mailbag.token(reminders().get(0)));
    }

    @Test
    void nobody_is_reminded_while_all_is_put_off() {
        students.submit(dossier, CONTACT_DETAILS, Map.of("decision", "LATER"));
        List.of(GP, TOP_UP_INSURANCE, CEAM).forEach(item -> putOff(item, "2027-06-01"));

        time.pass(Duration.ofDays(7));

        assertThat(reminders()).isEmpty();
    }

    @Test
    void reminders_missed_while_the_application_was_down_are_one() {
        time.beDownFor(Duration.ofDays(50));

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void a_reminder_that_comes_late_waits_for_the_morning() {
        time.beDownFor(Duration.ofDays(7).plusHours(12));

        assertThat(database.sql("select next_attempt_at from message where dossier = ? and purpose = ?")
                        .params(dossier, PROFILE_REMINDER.name())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo("2027-03-09T08:00:00Z");
    }

    @Test
    void thirty_days_after_the_last_reminder_the_reminders_are_exhausted() {
        time.pass(Duration.ofDays(90));

        assertThatProcess(profile).isEnded().hasPassed("Event_RemindersExhausted");
        assertThat(open()).isEmpty();
    }

    @Test
    void until_then_the_items_can_be_answered() {
        time.pass(Duration.ofDays(89));

        answerEverything();

        assertThatProcess(profile).isEnded().hasPassed("Event_ProfileComplete");
    }

    /** 1 March and a year; the application's clock stops in the zone of Paris. */
    @Test
    void the_end_waits_for_an_item_that_is_put_off() {
        putOff(CEAM, "2028-03-01");

        time.pass(Duration.ofDays(366));

        assertThat(open()).contains(CEAM);
    }

    @Test
    void thirty_days_after_the_day_it_was_put_off_to_nobody_waits_any_more() {
        putOff(CEAM, "2028-03-01");

        time.pass(Duration.ofDays(366 + 30));

        assertThatProcess(profile).isEnded().hasPassed("Event_RemindersExhausted");
    }

    @Test
    void an_item_put_off_after_the_last_reminder_moves_the_end() {
        time.pass(Duration.ofDays(89));
        putOff(CEAM, "2027-07-01");

        time.pass(Duration.ofDays(5));

        assertThatProcess(profile).isNotEnded().hasPassed("Event_TimeIsUp");
    }

    @Test
    void stopped_reminders_leave_the_items_open() {
        stopReminders(dossier);

        time.pass(Duration.ofDays(89));

        assertThat(reminders()).isEmpty();
        assertThat(open()).hasSize(4);
    }

    @Test
    void a_profile_without_reminders_ends_on_the_same_day_as_another() {
        stopReminders(dossier);

        time.pass(Duration.ofDays(90));

        assertThatProcess(profile)
                .isEnded()
                .hasPassedInOrder("Event_StopAsked", "Event_TimeIsUp", "Event_RemindersStopped");
    }

    @Test
    void a_profile_without_reminders_can_be_completed() {
        stopReminders(dossier);

        answerEverything();

        assertThatProcess(profile).isEnded().hasPassed("Event_ProfileComplete");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,     -,          answer: EMPTY
            MAYBE, -,          answer: MALFORMED
            LATER, -,          laterUntil: EMPTY
            LATER, 30/06/2027, laterUntil: MALFORMED
            LATER, 2027-03-01, laterUntil: NOT_FUTURE
            LATER, 2028-03-02, laterUntil: TOO_FAR
            """)
    void an_answer_that_cannot_be_is_refused(String answer, String laterUntil, String problem) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("answer", answer);
        typed.put("laterUntil", laterUntil);

        assertRefused(GP, typed, problem);
    }

    @Test
    void contact_details_need_a_whole_postal_address() {
        assertRefused(
                CONTACT_DETAILS,
                Map.of("decision", "VERIFY", "street", " "),
                "street: EMPTY, postalCode: EMPTY, city: EMPTY");
    }

    @ParameterizedTest
    @CsvSource({
        "email, zofia@univ-lyon2.fr, email: UNIVERSITY",
        "email, zofia, email: MALFORMED",
        "mobile, nonsense, mobile: MALFORMED",
        "postalCode, 69003 Lyon France, postalCode: TOO_LONG"
    })
    void contact_details_that_cannot_be_are_refused(String field, String typed, String problem) {
        Map<String, Object> details = contactDetails();
        details.put(field, typed);

        assertRefused(CONTACT_DETAILS, details, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06 12 34 56 78", "+33612345678"})
    void the_mobile_on_file_may_be_sent_back_as_it_is(String mobile) {
        Map<String, Object> details = contactDetails();
        details.put("mobile", mobile);
        details.put("email", Students.emailOf(dossier));

        students.submit(dossier, CONTACT_DETAILS, details);

        assertThat(open()).doesNotContain(CONTACT_DETAILS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "profile_item"})
    void a_closed_dossier_keeps_nothing_of_the_profile(String table) {
        verifyContactDetails();

        dossiers.close(dossier, Closure.CANCELLED_BY_STUDENT);

        assertThat(database.sql("select count(*) from " + table + " where dossier = ?")
                        .param(dossier)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_is_reminded_of_a_closed_dossier() {
        dossiers.close(dossier, Closure.CANCELLED_BY_STUDENT);

        time.pass(Duration.ofDays(400));

        assertThat(reminders()).isEmpty();
    }

    @Test
    void the_profile_leaves_no_process_variable() {
        answerEverything();

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void these_ways_together_take_every_element_of_the_model() throws IOException {
        takenFlows.all().clear();
        String traveller = activeAccount();
        students.submit(traveller, CEAM, Map.of("answer", "LATER", "travelDate", "2027-03-25"));
        String near = activeAccount();
        students.submit(near, CEAM, Map.of("answer", "LATER", "travelDate", "2027-03-05"));
        List.of(GP, TOP_UP_INSURANCE, CEAM).forEach(item -> putOff(item, "2027-06-01"));
        students.submit(dossier, CONTACT_DETAILS, Map.of("decision", "LATER"));
        String quiet = activeAccount();
        stopReminders(quiet);
        String late = activeAccount();
        time.pass(Duration.ofDays(89));
        students.submit(late, CEAM, Map.of("answer", "LATER", "laterUntil", "2027-07-01"));
        time.pass(Duration.ofDays(400));
        dossier = activeAccount();
        answerEverything();

        assertThat(passed()).containsAll(ids(model().all(FlowNode.class).stream()));
        assertThat(takenFlows.all()).containsAll(flows());
    }

    private List<String> open() {
        return engine.getTaskService().createTaskQuery().taskAssignee(dossier).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private List<Mailbag.Letter> reminders() {
        return mailbag.of(dossier, PROFILE_REMINDER);
    }

    private void answerEverything() {
        verifyContactDetails();
        students.submit(dossier, GP, DONE);
        students.submit(dossier, TOP_UP_INSURANCE, Map.of("answer", "NOT_CONCERNED", "laterUntil", ""));
        students.submit(dossier, CEAM, DONE);
    }

    private void verifyContactDetails() {
        students.submit(dossier, CONTACT_DETAILS, contactDetails());
    }

    private static Map<String, Object> contactDetails() {
        return new HashMap<>(
                Map.of("decision", "VERIFY", "street", "3 rue Victor Hugo", "postalCode", "69002", "city", "Lyon"));
    }

    private void putOff(String item, String until) {
        students.submit(dossier, item, Map.of("answer", "LATER", "laterUntil", until));
    }

    private void assertRefused(String task, Map<String, Object> typed, String problem) {
        assertThatThrownBy(() -> students.submit(dossier, task, typed))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(problem);
    }

    private Set<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(profile.getProcessDefinitionId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    /** The engine takes none from an event-based gateway: there the event that is passed tells. */
    private static Set<String> flows() throws IOException {
        return ids(model().all(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway)));
    }

    private static Set<String> ids(Stream<? extends FlowElement> elements) {
        return elements.map(FlowElement::getId).collect(Collectors.toSet());
    }

    private static Model model() throws IOException {
        return Model.all().stream()
                .filter(some -> some.file().equals("profile-completion.bpmn"))
                .findFirst()
                .orElseThrow();
    }
}
