package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.engine.Groups;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Undeliverable;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Browser;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.EveryColumn;
import org.amelionboarding.web.Reply;
import org.amelionboarding.web.RunningDemo;
import org.amelionboarding.web.Together;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** A task of the advisors is worked on by the advisor who has claimed it, as long as nobody has by any, and by nobody else. */
@RunningDemo
class AdvisorTasksTest {

    private static final Map<String, Object> CORRECT = Map.of("action", "CORRECT_MOBILE", "mobile", "+33699887766");

    @Autowired
    private Demo demo;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ApplicationEventPublisher events;

    private final Applicant applicant = Applicant.next();
    private String dossier;
    private String task;

    @BeforeEach
    void a_code_did_not_arrive() {
        dossier = demo.request(applicant);
        callAnAdvisor();
    }

    private void callAnAdvisor() {
        events.publishEvent(new Undeliverable(dossier, MessagePurpose.PROVISIONAL_CODE));
        task = open().getId();
    }

    private Task open() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .taskDefinitionKey("Task_HandOverCode")
                .singleResult();
    }

    // ---- Advisors

    @Test
    void an_advisor_finds_it_in_the_list() {
        assertThat(demo.advisor()
                        .engine("GET", "/task?candidateGroup=advisors", null)
                        .body())
                .contains(task);
    }

    @Test
    void an_advisor_is_told_who_the_student_is_but_no_number_in_full() {
        assertThat(demo.advisor()
                        .engine("GET", "/task/" + task + "/form-variables", null)
                        .body())
                .contains(applicant.familyName(), applicant.givenNames(), dossier)
                .doesNotContain(applicant.nir().substring(0, 13), applicant.mobile());
    }

    @Test
    void an_advisor_may_do_it_without_claiming_it() {
        assertThat(submit(demo.advisor(), CORRECT).status()).isEqualTo(204);
        assertThat(dossiers.of(dossier).mobile().e164()).isEqualTo("+33699887766");
    }

    @Test
    void an_advisor_may_claim_it_and_do_it() {
        Browser advisor = demo.advisor();

        assertThat(claim(advisor, "advisor").status()).isEqualTo(204);
        assertThat(submit(advisor, CORRECT).status()).isEqualTo(204);
    }

    @Test
    void an_advisor_may_claim_it_and_give_it_back() {
        Browser advisor = demo.advisor();
        claim(advisor, "advisor");

        assertThat(unclaim(advisor).status()).isEqualTo(204);
        assertThat(open().getAssignee()).isNull();
    }

    @Test
    void an_advisor_cannot_claim_it_for_a_colleague() {
        assertThat(claim(demo.advisor(), "colleague").status()).isEqualTo(403);
    }

    @Test
    void an_advisor_cannot_claim_it_for_the_student() {
        assertThat(claim(demo.advisor(), dossier).status()).isEqualTo(403);
    }

    @Test
    void a_colleague_who_claims_it_too_is_told_so() {
        claim(demo.advisor(), "advisor");

        Reply late = claim(demo.colleague(), "colleague");

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("form: CLAIMED");
        assertThat(open().getAssignee()).isEqualTo("advisor");
    }

    @Test
    void a_colleague_who_sends_the_form_of_a_claimed_task_is_told_so() {
        claim(demo.advisor(), "advisor");

        Reply late = submit(demo.colleague(), CORRECT);

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("form: CLAIMED");
        assertThat(dossiers.of(dossier).mobile().e164()).isEqualTo(applicant.mobile());
    }

    @Test
    void a_colleague_does_not_read_who_it_is_about_once_it_is_claimed() {
        claim(demo.advisor(), "advisor");

        assertThat(demo.colleague()
                        .engine("GET", "/task/" + task + "/form-variables", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_colleague_cannot_take_it_away() {
        claim(demo.advisor(), "advisor");

        assertThat(unclaim(demo.colleague()).status()).isEqualTo(403);
        assertThat(open().getAssignee()).isEqualTo("advisor");
    }

    @Test
    void of_two_claims_at_the_same_time_one_wins() {
        Browser advisor = demo.advisor();
        Browser colleague = demo.colleague();

        List<Reply> replies =
                Together.all(List.of(() -> claim(advisor, "advisor"), () -> claim(colleague, "colleague")));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
    }

    @Test
    void of_two_advisors_who_send_the_form_at_the_same_time_one_comes_too_late() {
        Browser advisor = demo.advisor();
        Browser colleague = demo.colleague();

        List<Reply> replies = Together.all(List.of(() -> submit(advisor, CORRECT), () -> submit(colleague, CORRECT)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
        assertThat(replies).anyMatch(reply -> reply.body().contains("form: TOO_LATE"));
    }

    @Test
    void an_advisor_is_refused_in_the_language_of_the_browser() {
        Browser advisor = demo.advisor();

        Reply refused = advisor.send(
                "POST",
                Browser.ENGINE + "/task/" + task + "/submit-form",
                "application/json",
                "{\"variables\":{\"action\":{\"value\":\"CORRECT_MOBILE\"}}}",
                "Accept",
                "application/json",
                "Accept-Language",
                "en",
                "X-XSRF-TOKEN",
                advisor.cookie("XSRF-TOKEN"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("mobile: EMPTY", "mandatory");
    }

    @Test
    void nothing_personal_of_it_stands_in_the_engines_tables() {
        Browser advisor = demo.advisor();
        claim(advisor, "advisor");
        submit(advisor, CORRECT);

        new EveryColumn(database).forEach((column, value) -> {
            if (column.startsWith("ACT_")) {
                assertThat(new String(value, StandardCharsets.UTF_8))
                        .as(column)
                        .doesNotContain(
                                "699887766", applicant.familyName(), applicant.givenNames(), applicant.mobile());
            }
        });
    }

    // ---- Ways round, with no list of addresses before the engine

    private static Stream<Named<BiConsumer<TaskService, String>>> waysRound() {
        return Stream.of(
                way("complete", (service, id) -> service.complete(id)),
                way("assign to a colleague", (service, id) -> service.setAssignee(id, "colleague")),
                way("delegate", (service, id) -> service.delegateTask(id, "colleague")),
                way("own", (service, id) -> service.setOwner(id, "advisor")),
                way("add a candidate", (service, id) -> service.addCandidateUser(id, "operator")),
                way("add a group", (service, id) -> service.addCandidateGroup(id, "operators")),
                way("take the group away", (service, id) -> service.deleteCandidateGroup(id, "advisors")),
                way("priority", (service, id) -> service.setPriority(id, 0)),
                way("rename", (service, id) -> service.setName(id, "mine")),
                way("set variable", (service, id) -> service.setVariable(id, "admin", true)),
                way("error", (service, id) -> service.handleBpmnError(id, "any")));
    }

    private static Named<BiConsumer<TaskService, String>> way(String name, BiConsumer<TaskService, String> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest
    @MethodSource("waysRound")
    void whoever_has_claimed_it_can_only_do_it_or_give_it_back(BiConsumer<TaskService, String> way) {
        identities.setAuthentication("advisor", List.of(Groups.ADVISORS));
        try {
            tasks.claim(task, "advisor");

            assertThatExceptionOfType(ProcessEngineException.class)
                    .isThrownBy(() -> way.accept(tasks, task))
                    .extracting(NestedExceptionUtils::getMostSpecificCause)
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identities.clearAuthentication();
        }
        assertThat(open().getAssignee()).isEqualTo("advisor");
        assertThat(open().getPriority()).isEqualTo(60);
    }

    // ---- Operators

    @Test
    void an_operator_does_not_see_it() {
        Browser operator = demo.operator();

        assertThat(operator.engine("GET", "/task", null).json()).isEmpty();
        assertThat(operator.engine("GET", "/task/" + task + "/form-variables", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_operator_cannot_act() {
        Browser operator = demo.operator();

        assertThat(claim(operator, "operator").status()).isEqualTo(403);
        assertThat(submit(operator, CORRECT).status()).isEqualTo(403);
        assertThat(unclaim(operator).status()).isEqualTo(403);
    }

    // ---- Students

    @ParameterizedTest
    @ValueSource(strings = {"", "/form", "/form-variables", "/deployed-form", "/rendered-form", "/variables"})
    void the_student_whom_it_is_about_sees_nothing_of_it(String part) {
        Reply reply = studentWithItOpen().engine("GET", "/task/" + task + part, null);

        assertThat(reply.status()).isIn(403, 404);
        assertThat(reply.body()).doesNotContain(applicant.familyName(), "Task_HandOverCode");
    }

    @Test
    void the_student_whom_it_is_about_does_not_find_it_in_a_list() {
        assertThat(studentWithItOpen().task().get("taskDefinitionKey").asText()).isEqualTo("Task_ChoosePassword");
    }

    @Test
    void the_student_whom_it_is_about_cannot_act() {
        Browser student = studentWithItOpen();

        assertThat(claim(student, dossier).status()).isEqualTo(403);
        assertThat(submit(student, CORRECT).status()).isEqualTo(403);
        assertThat(dossiers.of(dossier).mobile().e164()).isEqualTo(applicant.mobile());
    }

    @Test
    void the_student_whom_it_is_about_cannot_act_where_no_list_of_addresses_stands_before_the_engine() {
        identities.setAuthentication(dossier, List.of(Groups.STUDENTS));
        try {
            assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> tasks.claim(task, dossier));
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void signing_in_ends_it() {
        demo.student(applicant.nir(), demo.code(applicant));

        assertThat(open()).isNull();
    }

    /** Signing in ends it, so that it is opened once more. */
    private Browser studentWithItOpen() {
        Browser student = demo.student(applicant.nir(), demo.code(applicant));
        callAnAdvisor();
        return student;
    }

    private Reply claim(Browser person, String user) {
        return person.engine("POST", "/task/" + task + "/claim", Map.of("userId", user));
    }

    private Reply unclaim(Browser person) {
        return person.engine("POST", "/task/" + task + "/unclaim", Map.of());
    }

    private Reply submit(Browser person, Map<String, ?> values) {
        return person.submitForm("/task/" + task, values);
    }
}
