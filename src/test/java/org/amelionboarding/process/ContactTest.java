package org.amelionboarding.process;

import static org.amelionboarding.message.MessagePurpose.CONTACT_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.amelionboarding.Students;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.Contacts;
import org.amelionboarding.dossier.ThreadMessage;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A student with an active account asks; an advisor answers; the student reads, and perhaps asks on. */
class ContactTest extends ProcessTest {

    private static final String QUESTION = "Ma grossesse est-elle prise en charge ?";
    private static final String ANSWER = "Oui, entièrement\nà partir du sixième mois.";
    private static final Map<String, Object> ASKED = Map.of("subject", "Maternité", "message", QUESTION);
    private static final Duration UNREAD = Duration.ofDays(60);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @Autowired
    Contacts contacts;

    private String dossier;

    @BeforeEach
    void an_account_is_active() {
        dossier = activeAccount();
    }

    private ProcessInstance ask() {
        return ask(dossier, null, ASKED);
    }

    private ProcessInstance ask(String student, String businessKey, Map<String, Object> fields) {
        return start("contact", student, businessKey, fields);
    }

    private void answer(ProcessInstance contact, String text) {
        submit(contact, Map.of("answer", text));
    }

    private void read(ProcessInstance contact, Map<String, Object> fields) {
        submit(contact, fields);
    }

    @Test
    void a_question_waits_for_the_advisors_under_the_students_own_number() {
        ProcessInstance contact = ask();

        assertThat(contact.getBusinessKey()).isEqualTo(dossier);
        assertThatProcess(contact).isWaitingAt("Task_AnswerContact");
        assertThat(task(contact).getPriority()).isEqualTo(60);
    }

    @Test
    void whatever_business_key_is_sent_the_question_is_the_students_who_has_signed_in() {
        String other = activeAccount();

        assertThat(ask(dossier, other, ASKED).getBusinessKey()).isEqualTo(dossier);
        assertThat(instance("contact", other)).isNull();
        assertThat(contacts.messages(other)).isEmpty();
    }

    @Test
    void the_advisor_is_shown_who_asks_and_what() {
        ProcessInstance contact = ask();

        assertThat(shown(contact, "familyName")).isEqualTo("Kowalska");
        assertThat(shown(contact, "subject")).isEqualTo("Maternité");
        assertThat(shown(contact, "thread")).asString().contains(QUESTION);
    }

    @Test
    void the_student_is_told_of_the_answer_but_not_what_it_says() {
        answer(ask(), ANSWER);

        var mail = mailbag.newest(dossier, CONTACT_ANSWERED).envelope();
        assertThat(mail.to()).isEqualTo(Students.emailOf(dossier));
        assertThat(mail.subject() + mail.text()).doesNotContain("Maternité", QUESTION, "sixième mois");
    }

    @Test
    void the_student_reads_the_whole_thread() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        assertThat(task(contact).getAssignee()).isEqualTo(dossier);
        assertThat(shown(contact, "thread")).asString().contains(QUESTION, ANSWER);
    }

    @Test
    void once_the_answer_is_read_the_contact_is_over() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        read(contact, Map.of("action", "DONE"));

        assertThatProcess(contact)
                .isEnded()
                .hasPassedInOrder(
                        "Event_QuestionAsked",
                        "Task_AnswerContact",
                        "Task_TellStudentOfAnswer",
                        "Task_ReadAnswer",
                        "Gateway_AnotherQuestion",
                        "Event_AnswerRead");
    }

    @Test
    void a_student_who_asks_on_is_answered_and_told_again() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        read(contact, Map.of("action", "ASK", "message", "Et avant ?"));
        answer(contact, "À 70 %.");

        assertThatProcess(contact).isWaitingAt("Task_ReadAnswer");
        assertThat(contacts.messages(dossier))
                .extracting(ThreadMessage::text)
                .containsExactly(QUESTION, ANSWER, "Et avant ?", "À 70 %.");
        assertThat(mailbag.of(dossier, CONTACT_ANSWERED)).hasSize(2);
    }

    @Test
    void an_answer_can_be_read_for_sixty_days() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        time.pass(UNREAD.minus(A_MOMENT));

        assertThatProcess(contact).isWaitingAt("Task_ReadAnswer");
    }

    @Test
    void an_answer_that_nobody_reads_ends_the_contact() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        time.pass(UNREAD);

        assertThatProcess(contact).isEnded().hasPassedInOrder("Event_NotReadInTime", "Event_AnswerNotRead");
    }

    @Test
    void a_student_has_one_contact_at_a_time() {
        ask();

        assertThatThrownBy(this::ask)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("ONE_AT_A_TIME");
    }

    @Test
    void after_the_end_another_question_has_a_thread_of_its_own() {
        ProcessInstance first = ask();
        answer(first, ANSWER);
        read(first, Map.of("action", "DONE"));
        time.pass(Duration.ofMinutes(1));

        ask(dossier, null, Map.of("subject", "Dentiste", "message", "Où ?"));

        assertThat(contacts.subject(dossier)).isEqualTo("Dentiste");
        assertThat(contacts.messages(dossier)).extracting(ThreadMessage::text).containsExactly("Où ?");
    }

    @Test
    void nobody_asks_before_the_account_is_active() {
        String onTheWay = students.reachWaitingPage();

        assertThatThrownBy(() -> ask(onTheWay, null, ASKED))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("NOT_ACTIVE");
        assertThat(instance("contact", onTheWay)).isNull();
    }

    @Test
    void nobody_asks_for_a_student() {
        assertThatThrownBy(() -> engine.getFormService().submitStartForm(definition("contact"), dossier, ASKED))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("FOR_STUDENTS");
    }

    @Test
    void an_advisor_may_not_even_try() {
        String contact = definition("contact");

        assertThatThrownBy(() -> as(
                        "advisor",
                        List.of("advisors"),
                        () -> engine.getFormService().submitStartForm(contact, dossier, ASKED)))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void a_student_cannot_request_a_code() {
        String accountCreation = definition("account-creation");

        assertThatThrownBy(() -> as(
                        dossier,
                        List.of("students"),
                        () -> engine.getFormService().submitStartForm(accountCreation, Students.codeRequest())))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void an_empty_question_is_refused() {
        assertThatThrownBy(() -> ask(dossier, null, Map.of("subject", " ", "message", "\n")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("subject: EMPTY")
                .hasMessageContaining("message: EMPTY");
    }

    @Test
    void what_was_written_is_not_lost_by_the_wrong_button() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);

        assertThatThrownBy(() -> read(contact, Map.of("action", "DONE", "message", "Et avant ?")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("message: NOT_SENT");
    }

    @Test
    void the_thread_is_erased_with_the_dossier() {
        ask();

        dossiers.close(dossier, Closure.ABANDONED);

        assertThat(contacts.messages(dossier)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from contact where dossier = ?", Integer.class, dossier))
                .isZero();
    }

    /** A8, A25 */
    @Test
    void no_column_of_any_table_holds_what_was_written() {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);
        read(contact, Map.of("action", "ASK", "message", "Et avant la césarienne ?"));

        assertThat(columnsWith("Maternité", "grossesse", "sixième", "césarienne"))
                .isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void another_process_of_the_same_student_is_not_disturbed() {
        ask();
        engine.getRuntimeService()
                .createMessageCorrelation("RESET_ASKED")
                .processInstanceBusinessKey(dossier)
                .correlate();

        engine.getRuntimeService()
                .createMessageCorrelation("PASSWORD_CHOSEN")
                .processInstanceBusinessKey(dossier)
                .correlate();

        assertThat(instance("password-reset", dossier)).isNull();
        assertThat(instance("contact", dossier)).isNotNull();
    }

    @Test
    void these_ways_together_take_every_element_of_the_model() throws IOException {
        ProcessInstance contact = ask();
        answer(contact, ANSWER);
        read(contact, Map.of("action", "ASK", "message", "Et avant ?"));
        answer(contact, "À 70 %.");
        read(contact, Map.of("action", "DONE"));
        answer(ask(), ANSWER);
        time.pass(UNREAD);

        assertThat(passed(contact)).containsAll(elements("contact"));
    }
}
