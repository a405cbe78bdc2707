package org.amelionboarding.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.web.EveryColumn;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.context.request.RequestContextHolder;

/** What advisors can do to a dossier, when, and what is told of it; with the real models and a clock that stands still. */
@SpringBootTest
@ActiveProfiles("test")
class CaseworkTest {

    private static final String ADVISOR = "camille";
    private static final String REASON = "Revient de voyage";

    @Autowired
    private Casework casework;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Standing standing;

    @Autowired
    private NextTimers timers;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private ActionLog log;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Students students;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private Time time;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void stop_the_clock_and_read_french() {
        time.stop();
        RequestContextHolder.resetRequestAttributes();
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    @AfterEach
    void end_everything() {
        LocaleContextHolder.resetLocaleContext();
        time.goOn();
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "The test is over"));
    }

    // ---- The deadline

    @Test
    void a_student_at_a_step_is_given_thirty_more_days() {
        String dossier = students.requestCode();

        assertThat(act(dossier, CaseAction.EXTEND_DEADLINE)).isEqualTo(Outcome.DONE);

        time.pass(Duration.ofDays(59));
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
        time.pass(Duration.ofDays(2));
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.ABANDONED);
    }

    @Test
    void without_it_the_student_is_not() {
        String dossier = students.requestCode();

        time.pass(Duration.ofDays(31));

        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.ABANDONED);
    }

    @Test
    void a_waiting_student_is_given_thirty_more_days() {
        String dossier = waiting();

        act(dossier, CaseAction.EXTEND_DEADLINE);

        time.pass(Duration.ofDays(209));
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
        time.pass(Duration.ofDays(2));
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.PREREQUISITES_NEVER_MET);
    }

    @Test
    void a_student_who_does_not_confirm_the_address_is_given_thirty_more_days() {
        String dossier = students.reachWaitingPage();

        act(dossier, CaseAction.EXTEND_DEADLINE);

        time.pass(Duration.ofDays(59));
        assertThat(dossiers.of(dossier).isClosed()).isFalse();
        time.pass(Duration.ofDays(2));
        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.EMAIL_NEVER_CONFIRMED);
    }

    @Test
    void a_deadline_that_was_moved_while_waiting_ends_with_the_wait() {
        String dossier = waiting();
        act(dossier, CaseAction.EXTEND_DEADLINE);

        students.release(dossier, Map.of("nir", "", "carteVitaleReceived", true));

        assertThat(dossiers.of(dossier).extendedUntil()).isNull();
    }

    @Test
    void a_deadline_is_moved_three_times_at_most() {
        String dossier = students.requestCode();
        for (int times = 0; times < 3; times++) {
            assertThat(act(dossier, CaseAction.EXTEND_DEADLINE)).isEqualTo(Outcome.DONE);
        }

        assertThat(act(dossier, CaseAction.EXTEND_DEADLINE)).isEqualTo(Outcome.REFUSED);
        assertThat(dossiers.of(dossier).extendedUntil()).isEqualTo(Time.START.plus(Duration.ofDays(120)));
    }

    @Test
    void reminders_go_on_as_before() {
        String dossier = students.requestCode();
        time.pass(Duration.ofDays(8));

        act(dossier, CaseAction.EXTEND_DEADLINE);
        time.pass(Duration.ofDays(20));

        assertThat(mailbag.of(dossier, MessagePurpose.STEP_REMINDER)).hasSize(3);
    }

    // ---- The code, the number, the address

    @Test
    void the_code_is_sent_again_once_the_student_could_ask_for_it_too() {
        String dossier = students.requestCode();

        assertThat(act(dossier, CaseAction.SEND_CODE)).isEqualTo(Outcome.REFUSED);
        time.pass(Duration.ofMinutes(2));
        assertThat(act(dossier, CaseAction.SEND_CODE)).isEqualTo(Outcome.DONE);

        assertThat(mailbag.of(dossier, MessagePurpose.PROVISIONAL_CODE)).hasSize(2);
    }

    @Test
    void a_task_to_hand_the_code_over_is_opened_once() {
        String dossier = students.requestCode();

        assertThat(act(dossier, CaseAction.HAND_OVER_CODE)).isEqualTo(Outcome.DONE);
        assertThat(act(dossier, CaseAction.HAND_OVER_CODE)).isEqualTo(Outcome.REFUSED);

        assertThat(open(dossier, "Task_HandOverCode")).isOne();
    }

    @Test
    void a_task_to_correct_the_address_is_opened_once_there_is_one() {
        String before = students.requestCode();
        String after = students.reachWaitingPage();

        assertThat(act(before, CaseAction.CORRECT_EMAIL)).isEqualTo(Outcome.REFUSED);
        assertThat(act(after, CaseAction.CORRECT_EMAIL)).isEqualTo(Outcome.DONE);

        assertThat(open(after, "Task_CorrectEmail")).isOne();
    }

    // ---- Reminders, closing

    @Test
    void the_reminders_of_the_profile_are_stopped() {
        String dossier = active();

        assertThat(act(dossier, CaseAction.STOP_REMINDERS)).isEqualTo(Outcome.DONE);

        assertThat(profiles.areRemindersStopped(dossier)).isTrue();
        time.pass(Duration.ofDays(61));
        assertThat(mailbag.of(dossier, MessagePurpose.PROFILE_REMINDER)).isEmpty();
    }

    @Test
    void a_dossier_is_closed_and_the_student_told() {
        String dossier = students.reachWaitingPage();

        assertThat(act(dossier, CaseAction.CLOSE_DOSSIER)).isEqualTo(Outcome.DONE);

        assertThat(dossiers.of(dossier).closure()).isEqualTo(Closure.CLOSED_BY_ADVISOR);
        assertThat(mailbag.of(dossier, MessagePurpose.CLOSED_BY_ADVISOR)).hasSize(1);
        assertThat(students.openTask(dossier)).isNull();
    }

    @Test
    void of_what_was_written_only_the_reason_of_the_closing_outlives_it() {
        String dossier = students.requestCode();
        act(dossier, CaseAction.ADD_NOTE, "Sa mère a appelé");

        act(dossier, CaseAction.CLOSE_DOSSIER, "Demande en double");

        assertThat(log.of(dossier))
                .extracting(ActionLog.Entry::action, ActionLog.Entry::reason)
                .containsExactly(
                        tuple(CaseAction.ADD_NOTE, null), tuple(CaseAction.CLOSE_DOSSIER, "Demande en double"));
    }

    @Test
    void an_active_account_is_not_closed() {
        String dossier = active();

        assertThat(act(dossier, CaseAction.CLOSE_DOSSIER)).isEqualTo(Outcome.REFUSED);
        assertThat(dossiers.of(dossier).isInUse()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_done_to_a_closed_dossier(CaseAction action) {
        String dossier = students.requestCode();
        students.cancel(dossier);

        assertThat(act(dossier, action)).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SEND_CODE", "HAND_OVER_CODE", "CORRECT_EMAIL", "EXTEND_DEADLINE"})
    void what_helps_on_the_way_is_of_no_use_to_an_active_account(CaseAction action) {
        assertThat(act(active(), action)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_student_who_is_under_way_has_no_reminders_of_a_profile() {
        assertThat(act(students.requestCode(), CaseAction.STOP_REMINDERS)).isEqualTo(Outcome.REFUSED);
    }

    // ---- The log

    @Test
    void one_press_counts_once() {
        String dossier = students.requestCode();
        ActionEntry press = entry(CaseAction.EXTEND_DEADLINE, REASON);

        casework.act(dossier, press, ADVISOR);
        casework.act(dossier, press, ADVISOR);

        assertThat(log.of(dossier)).hasSize(1);
        assertThat(dossiers.of(dossier).extendedUntil()).isEqualTo(Time.START.plus(Duration.ofDays(60)));
    }

    @Test
    void what_was_refused_is_logged_too() {
        String dossier = active();

        act(dossier, CaseAction.CLOSE_DOSSIER);

        assertThat(log.of(dossier))
                .containsExactly(
                        new ActionLog.Entry(Time.START, ADVISOR, CaseAction.CLOSE_DOSSIER, REASON, Outcome.REFUSED));
    }

    @Test
    void reasons_stand_nowhere_in_the_clear() {
        act(students.requestCode(), CaseAction.EXTEND_DEADLINE, "Zanzibar");

        new EveryColumn(jdbc)
                .forEach((column, value) -> assertThat(new String(value, StandardCharsets.UTF_8))
                        .as(column)
                        .doesNotContain("Zanzibar"));
    }

    @Test
    void the_engines_own_log_names_the_advisor() {
        String dossier = students.requestCode();

        act(dossier, CaseAction.EXTEND_DEADLINE);

        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .userId(ADVISOR)
                        .list())
                .extracting(UserOperationLogEntry::getProcessDefinitionKey)
                .contains("account-creation");
    }

    // ---- What is told

    @Test
    void a_whole_journey_is_told_in_sentences() {
        String dossier = students.requestCode();
        minute(() -> students.choosePassword(dossier));
        minute(() -> students.acceptTerms(dossier));
        minute(() -> students.giveContactDetails(dossier));
        minute(() -> act(dossier, CaseAction.ADD_NOTE, "A appelé"));
        minute(() -> students.confirmEmail(dossier, mailbag.token(dossier)));

        assertThat(history(dossier))
                .extracting(Timeline.Event::text)
                .containsExactlyInAnyOrder(
                        "Le code provisoire a été demandé.",
                        "SMS «\u00a0Code provisoire\u00a0»\u00a0: en attente d’envoi",
                        "L’étudiant a choisi son mot de passe (1/3).",
                        "L’étudiant a répondu aux conditions (2/3).",
                        "L’étudiant a donné ses coordonnées (3/3).",
                        "La confirmation de l’adresse mail a commencé.",
                        "Mail «\u00a0Lien de confirmation de l’adresse\u00a0»\u00a0: en attente d’envoi",
                        "camille a ajouté une note.",
                        "L’étudiant a confirmé son adresse, l’a corrigée ou a redemandé le lien.",
                        "L’adresse mail est confirmée.",
                        "Le compte est devenu actif.",
                        "Le profil est à compléter.",
                        "Mail «\u00a0Compte actif\u00a0»\u00a0: en attente d’envoi");
    }

    @Test
    void a_task_of_the_advisors_is_told_with_who_did_it() {
        String dossier = students.requestCode();
        act(dossier, CaseAction.HAND_OVER_CODE);
        String task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Task_HandOverCode")
                .processInstanceBusinessKey(dossier)
                .singleResult()
                .getId();

        engine.getIdentityService().setAuthentication(ADVISOR, List.of("advisors"));
        engine.getFormService().submitTaskForm(task, Map.of("action", "CORRECT_MOBILE", "mobile", "06 98 76 54 32"));
        engine.getIdentityService().clearAuthentication();

        assertThat(history(dossier))
                .extracting(Timeline.Event::text)
                .contains("Un conseiller a remis le code ou corrigé le portable. Fait par camille.");
    }

    @Test
    void the_newest_comes_first() {
        String dossier = students.requestCode();
        minute(() -> students.choosePassword(dossier));

        List<Timeline.Event> events = history(dossier);

        assertThat(events.get(0).text()).isEqualTo("L’étudiant a choisi son mot de passe (1/3).");
        assertThat(events).extracting(Timeline.Event::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void a_reminder_is_told_once_beside_its_message() {
        String dossier = students.requestCode();

        time.pass(Duration.ofDays(8));

        assertThat(history(dossier))
                .extracting(Timeline.Event::text)
                .containsOnlyOnce("L’étudiant a été relancé à l’étape du mot de passe.")
                .doesNotContain("L’étudiant a été relancé.");
    }

    @Test
    void a_closed_dossier_can_still_be_read() {
        String dossier = students.requestCode();
        act(dossier, CaseAction.CLOSE_DOSSIER, "Demande en double");

        assertThat(standing.sentence(dossiers.of(dossier))).startsWith("Dossier clos le 1 mars 2027");
        assertThat(history(dossier))
                .extracting(Timeline.Event::text, Timeline.Event::detail)
                .contains(tuple("camille a clos le dossier.", "Demande en double"))
                .contains(tuple("Le dossier est clos, l’étudiant est prévenu.", null));
    }

    @Test
    void what_the_engine_has_forgotten_the_dossier_still_knows() {
        String dossier = students.requestCode();
        students.cancel(dossier);
        engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossier)
                .list()
                .forEach(instance -> engine.getHistoryService().deleteHistoricProcessInstance(instance.getId()));

        assertThat(history(dossier))
                .extracting(Timeline.Event::text)
                .contains("Le code a été demandé.", "Le dossier a été clos.");
    }

    @Test
    void what_comes_next_is_told_with_its_date_in_paris() {
        String dossier = students.requestCode();

        assertThat(timers.of(dossier))
                .containsExactly(
                        new NextTimers.Next("l’étudiant est relancé par SMS", "8 mars 2027 à 10:00"),
                        new NextTimers.Next("le dossier est clos et tout est effacé", "31 mars 2027 à 11:00"));
    }

    @Test
    void what_is_to_do_is_told_with_the_task_of_the_advisors() {
        String dossier = students.requestCode();
        act(dossier, CaseAction.HAND_OVER_CODE);

        assertThat(standing.todos(dossiers.of(dossier)))
                .extracting(Standing.Todo::text)
                .containsExactlyInAnyOrder(
                        "L’étudiant doit se connecter avec le code et choisir son mot de passe (étape 1 sur 3).",
                        "Un conseiller doit remettre le code au guichet, ou corriger le numéro de portable.");
        assertThat(standing.todos(dossiers.of(dossier)))
                .extracting(Standing.Todo::address)
                .anyMatch(address -> address != null && address.startsWith("/camunda/app/tasklist/default/#/?task="))
                .contains((String) null);
    }

    @Test
    void a_message_says_where_it_went_until_the_dossier_ends() {
        String dossier = students.requestCode();
        assertThat(correspondence.of(dossier))
                .extracting(Correspondence.Letter::address)
                .containsExactly("+33 6 •• •• •• 78");

        students.cancel(dossier);

        assertThat(correspondence.of(dossier))
                .extracting(Correspondence.Letter::address)
                .containsOnlyNulls();
    }

    @Test
    void a_message_says_why_it_failed() {
        String dossier = students.requestCode();
        jdbc.update("update message set status = 'FAILED', error = 'SMS_FOREIGN' where dossier = ?", dossier);

        assertThat(correspondence.of(dossier))
                .extracting(Correspondence.Letter::state)
                .containsExactly("échec définitif (numéro étranger)");
    }

    private Outcome act(String dossier, CaseAction action) {
        return act(dossier, action, REASON);
    }

    private Outcome act(String dossier, CaseAction action, String reason) {
        return casework.act(dossier, entry(action, reason), ADVISOR);
    }

    private static ActionEntry entry(CaseAction action, String reason) {
        return new ActionEntry(UUID.randomUUID().toString(), action, reason);
    }

    private void minute(Runnable deed) {
        Instant next = time.now().plus(Duration.ofMinutes(1));
        time.stopAt(next);
        deed.run();
    }

    private String waiting() {
        Map<String, Object> request = Students.codeRequest();
        request.put("carteVitaleReceived", false);
        return students.start(request).getBusinessKey();
    }

    private String active() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        return dossier;
    }

    private long open(String dossier, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey(task)
                .count();
    }

    private List<Timeline.Event> history(String dossier) {
        return timeline.of(dossiers.of(dossier), correspondence.of(dossier), log.of(dossier));
    }
}
