package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.amelionboarding.dossier.CardOrders;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A student orders a card for themself and withdraws their own order; what is decided an advisor decides. */
@RunningDemo
class CarteVitaleOrderTest {

    private static final String PROCESS = "carte-vitale-order";
    private static final String PAGE = "/carte-vitale-order";
    private static final String PAGE_IN_FRENCH = PAGE + "?lang=fr";
    private static final Map<String, Object> ASK = Map.of("action", "ASK", "message", "Quel étage ?");
    private static final Map<String, Object> APPROVE = Map.of("action", "APPROVE");
    private static final Map<String, Object> ANSWER =
            Map.of("message", "Le 4e.", "street", "3 rue Victor Hugo", "postalCode", "69002", "city", "Lyon");

    @Autowired
    private Demo demo;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private CardOrders orders;

    private Applicant applicant;
    private Browser student;
    private String dossier;

    @BeforeEach
    void a_student_has_an_active_account() {
        applicant = Applicant.next();
        student = demo.activeStudent(applicant);
        dossier = demo.dossier(applicant.email());
    }

    private Reply order() {
        return demo.start(student, PROCESS, Demo.lostCard());
    }

    private long open(String businessKey) {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private String task(String definition) {
        return "/task/"
                + tasks.createTaskQuery()
                        .processInstanceBusinessKey(dossier)
                        .taskDefinitionKey(definition)
                        .singleResult()
                        .getId();
    }

    private void asked() {
        order();
        demo.advisor().submitForm(task("Task_ReviewCardOrder"), ASK);
    }

    private static Reply withdraw(Browser person) {
        return person.post(PAGE, Map.of("_csrf", person.csrf(PAGE_IN_FRENCH)));
    }

    // ---- Ordering

    @Test
    void an_order_sent_twice_is_opened_once() {
        assertThat(order().status()).isEqualTo(200);

        Reply again = order();

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("order: ONE_AT_A_TIME");
        assertThat(open(dossier)).isOne();
    }

    @Test
    void of_two_orders_sent_at_the_same_moment_one_is_opened() {
        List<Reply> replies = Together.times(2, this::order);

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 400);
        assertThat(open(dossier)).isOne();
    }

    @Test
    void a_dossier_cannot_be_named() {
        Map<String, Object> order = Demo.lostCard();
        order.put("dossier", "0000-0000");

        assertThat(demo.start(student, PROCESS, order).status()).isEqualTo(400);
        assertThat(open(dossier)).isZero();
    }

    @Test
    void before_the_account_is_active_nothing_is_ordered() {
        Browser onTheWay = demo.student(Applicant.next());

        Reply reply = demo.start(onTheWay, PROCESS, Demo.lostCard());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("form: NOT_ACTIVE");
    }

    @Test
    void before_the_account_is_active_the_page_says_so() {
        assertThat(demo.student(Applicant.next()).get(PAGE_IN_FRENCH).body())
                .contains("quand votre compte sera actif")
                .doesNotContain("processStart");
    }

    @Test
    void staff_order_no_card() {
        String definition = "/process-definition/"
                + student.engine("GET", "/process-definition?key=" + PROCESS, null)
                        .json()
                        .get(0)
                        .get("id")
                        .asText();

        for (Browser person : List.of(demo.advisor(), demo.operator())) {
            assertThat(person.submitForm(definition, Demo.lostCard()).status()).isEqualTo(403);
            assertThat(person.get(PAGE).status()).isEqualTo(403);
        }
    }

    @Test
    void who_is_half_signed_in_sees_and_orders_nothing() {
        Browser half = demo.browser();
        half.signInAsStudent(applicant.nir(), Applicant.PASSWORD);

        assertThat(half.get(PAGE).status()).isNotEqualTo(200);
        assertThat(half.engine("GET", "/process-definition?key=" + PROCESS, null)
                        .status())
                .isIn(401, 403);
    }

    // ---- The address on file

    @Test
    void the_address_is_proposed_to_its_student_and_to_nobody_else() {
        order();
        withdraw(student);
        String proposal = "/process-definition/"
                + student.engine("GET", "/process-definition?key=" + PROCESS, null)
                        .json()
                        .get(0)
                        .get("id")
                        .asText()
                + "/form-variables";

        assertThat(student.engine("GET", proposal, null).body()).contains("Victor Hugo");
        for (Browser curious : List.of(demo.student(Applicant.next()), demo.advisor())) {
            assertThat(curious.engine("GET", proposal, null).body()).doesNotContain("Victor Hugo");
        }
    }

    // ---- Review

    @Test
    void a_student_does_not_decide() {
        order();
        String review = task("Task_ReviewCardOrder");

        for (Browser curious : List.of(student, demo.activeStudent(Applicant.next()))) {
            assertThat(curious.submitForm(review, APPROVE).status()).isEqualTo(403);
            assertThat(curious.engine("GET", review + "/form-variables", null).body())
                    .doesNotContain("Victor Hugo");
        }
        assertThat(orders.decision(dossier)).isEmpty();
    }

    @Test
    void an_advisor_is_told_no_number_in_full() {
        order();

        assertThat(demo.advisor()
                        .engine("GET", task("Task_ReviewCardOrder") + "/form-variables", null)
                        .body())
                .contains("Victor Hugo", applicant.familyName())
                .doesNotContain(applicant.nir().substring(0, 13), applicant.mobile());
    }

    @Test
    void a_decision_sent_twice_counts_once() {
        order();
        String review = task("Task_ReviewCardOrder");
        demo.advisor().submitForm(review, APPROVE);

        Reply again = demo.colleague().submitForm(review, Map.of("action", "REFUSE", "message", "Non."));

        assertThat(again.status()).isEqualTo(400);
        assertThat(orders.decision(dossier)).contains(CardOrders.Decision.APPROVED);
        assertThat(orders.messages(dossier)).isEmpty();
    }

    // ---- What is asked and decided is the student's

    @Test
    void another_student_neither_reads_nor_answers_a_question() {
        asked();
        String completion = task("Task_CompleteCardOrder");
        Browser stranger = demo.activeStudent(Applicant.next());

        assertThat(stranger.engine("GET", completion + "/form-variables", null).body())
                .doesNotContain("étage");
        assertThat(stranger.submitForm(completion, ANSWER).status()).isEqualTo(403);
        assertThat(demo.advisor().submitForm(completion, ANSWER).status()).isEqualTo(403);
    }

    @Test
    void an_answer_sent_twice_is_written_once() {
        asked();
        String completion = task("Task_CompleteCardOrder");
        student.submitForm(completion, ANSWER);

        assertThat(student.submitForm(completion, ANSWER).status()).isIn(400, 404);
        assertThat(orders.messages(dossier)).hasSize(2);
    }

    /** The form puts it in as text: see {@code forms/complete-card-order.html}, [data-shown]. */
    @Test
    void markup_comes_back_as_it_was_written_and_nothing_is_worked_out() {
        String hostile = "<img src=x onerror=alert(1)> {{constructor.constructor('alert(1)')()}} ${1+1}";
        order();
        demo.advisor().submitForm(task("Task_ReviewCardOrder"), Map.of("action", "ASK", "message", hostile));

        assertThat(student.engine("GET", task("Task_CompleteCardOrder") + "/form-variables", null)
                        .json()
                        .get("thread")
                        .get("value")
                        .asText())
                .endsWith("\n" + hostile);
    }

    // ---- Withdrawing

    @Test
    void a_student_withdraws_their_own_order_and_no_other() {
        order();
        Applicant other = Applicant.next();
        Browser second = demo.activeStudent(other);
        demo.start(second, PROCESS, Demo.lostCard());

        assertThat(withdraw(second).body()).contains("est annulée");

        assertThat(open(dossier)).isOne();
        assertThat(open(demo.dossier(other.email()))).isZero();
    }

    @Test
    void nothing_is_withdrawn_without_the_token_against_forgery() {
        order();

        assertThat(student.post(PAGE, Map.of()).status()).isEqualTo(403);
        assertThat(open(dossier)).isOne();
    }

    @Test
    void what_is_decided_is_withdrawn_no_more() {
        order();
        String token = student.csrf(PAGE_IN_FRENCH);
        demo.advisor().submitForm(task("Task_ReviewCardOrder"), APPROVE);

        assertThat(student.post(PAGE, Map.of("_csrf", token)).body()).contains("plus rien à annuler");
        assertThat(orders.isApproved(dossier)).isTrue();
    }

    @Test
    void a_card_found_while_the_advisor_approves_is_either_withdrawn_or_ordered() {
        order();
        String token = student.csrf(PAGE_IN_FRENCH);
        String review = task("Task_ReviewCardOrder");
        Browser advisor = demo.advisor();

        List<Reply> replies = Together.all(
                List.of(() -> student.post(PAGE, Map.of("_csrf", token)), () -> advisor.submitForm(review, APPROVE)));

        boolean withdrawn = replies.get(0).body().contains("est annulée");
        assertThat(replies.get(0).status()).isEqualTo(200);
        assertThat(replies.get(1).status()).isEqualTo(withdrawn ? 400 : 204);
        assertThat(orders.isApproved(dossier)).isNotEqualTo(withdrawn);
    }
}
