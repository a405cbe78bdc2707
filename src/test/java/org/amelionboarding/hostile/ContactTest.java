package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Students start services, for themselves, when the account is active: nothing else, and for nobody else. */
@RunningDemo
class ContactTest {

    private static final Map<String, Object> ASKED = Map.of("subject", "Remboursement", "message", "Quand ?");

    @Autowired
    private Demo demo;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    private Applicant applicant;
    private Browser student;
    private String dossier;

    @BeforeEach
    void a_student_is_on_the_way() {
        applicant = Applicant.next();
        student = demo.student(applicant);
        demo.finishWizard(student, applicant.email());
        demo.link(applicant.email());
        dossier = demo.dossier(applicant.email());
    }

    private void activate() {
        Browser telephone = demo.browser();
        String link = demo.link(applicant.email());
        telephone.fillIn(link, Map.of("token", link.replaceFirst(".*token=", "")));
    }

    private String definition(String process) {
        return demo.advisor()
                .engine("GET", "/process-definition/key/" + process, null)
                .json()
                .get("id")
                .asText();
    }

    private Reply ask(Map<String, Object> fields) {
        return student.submitForm("/process-definition/" + definition("contact"), fields);
    }

    private long contactsOf(String businessKey) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey("contact")
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    @Test
    void an_active_student_asks() {
        activate();

        assertThat(ask(ASKED).status()).isEqualTo(200);
        assertThat(contactsOf(dossier)).isOne();
    }

    @Test
    void a_business_key_of_somebody_else_is_ignored() {
        activate();

        Reply reply = student.engine(
                "POST",
                "/process-definition/" + definition("contact") + "/submit-form",
                Map.of(
                        "businessKey",
                        "0000-0000",
                        "variables",
                        Map.of("subject", Map.of("value", "s"), "message", Map.of("value", "m"))));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(contactsOf("0000-0000")).isZero();
        assertThat(contactsOf(dossier)).isOne();
    }

    @Test
    void before_the_account_is_active_the_student_is_told_so() {
        Reply reply = ask(ASKED);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Ce sera possible quand votre compte sera actif.");
        assertThat(contactsOf(dossier)).isZero();
    }

    @Test
    void a_field_that_the_form_does_not_have_is_refused() {
        activate();

        assertThat(ask(Map.of("subject", "s", "message", "m", "dossier", "0000-0000"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void no_way_leads_round_the_form() {
        activate();
        String contact = definition("contact");

        assertThat(List.of(
                        "/process-definition/" + contact + "/start",
                        "/process-definition/key/contact/start",
                        "/process-definition/key/contact/submit-form"))
                .allSatisfy(way -> assertThat(student.engine("POST", way, Map.of("businessKey", dossier))
                                .status())
                        .isEqualTo(403));
        assertThat(contactsOf(dossier)).isZero();
    }

    @Test
    void an_advisors_process_is_closed_to_students() {
        activate();

        Reply reply = student.submitForm(
                "/process-definition/" + definition("account-creation"),
                Applicant.next().request());

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void a_student_sees_what_they_may_start_and_nothing_else() {
        assertThat(student.engine("GET", "/process-definition", null).json())
                .extracting(process -> process.get("key").asText())
                .containsExactlyInAnyOrder("carte-vitale-order", "contact", "contact-details-change");
    }

    @Test
    void an_advisor_does_not_ask_for_a_student() {
        activate();

        Reply reply = demo.advisor().submitForm("/process-definition/" + definition("contact"), ASKED);

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void a_student_reads_and_answers_no_question_of_another() {
        activate();
        ask(ASKED);
        Browser stranger = demo.student(Applicant.next());
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_AnswerContact")
                .singleResult()
                .getId();

        for (Browser curious : List.of(student, stranger)) {
            assertThat(curious.engine("GET", "/task/" + task + "/form-variables", null)
                            .body())
                    .doesNotContain("Remboursement", "Quand");
            assertThat(curious.submitForm("/task/" + task, Map.of("answer", "x"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_answer_is_read_by_who_asked_only() {
        activate();
        ask(ASKED);
        demo.advisor().submitForm("/task/" + task("Task_AnswerContact"), Map.of("answer", "Demain matin."));
        String reading = task("Task_ReadAnswer");
        Browser stranger = demo.student(Applicant.next());

        assertThat(student.engine("GET", "/task/" + reading + "/form-variables", null)
                        .body())
                .contains("Demain matin.");
        assertThat(stranger.engine("GET", "/task/" + reading + "/form-variables", null)
                        .body())
                .doesNotContain("Demain matin.");
        assertThat(demo.advisor()
                        .submitForm("/task/" + reading, Map.of("action", "DONE"))
                        .status())
                .isEqualTo(403);
    }

    private String task(String definition) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey(definition)
                .singleResult()
                .getId();
    }
}
