package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.amelionboarding.engine.Groups;
import org.amelionboarding.web.Applicant;
import org.amelionboarding.web.Demo;
import org.amelionboarding.web.RunningDemo;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

/** The second net: with no list of addresses before it, the engine itself refuses the ways round the gate. */
@RunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineNetTest {

    private static final String CREATION = "account-creation";
    private static final String ACTIVATE = "Task_ActivateAccount";

    @Autowired
    private Demo demo;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService instances;

    @Autowired
    private FormService forms;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identities;

    private String number;
    private Task task;

    @BeforeAll
    void a_student_stands_before_the_first_step() {
        number = demo.request(Applicant.next());
        task = tasks.createTaskQuery().taskAssignee(number).singleResult();
    }

    @AfterEach
    void nothing_has_changed() {
        identities.clearAuthentication();
        assertThat(tasks.createTaskQuery().taskAssignee(number).singleResult().getId())
                .isEqualTo(task.getId());
        assertThat(instances.createVariableInstanceQuery().count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isEqualTo(1);
    }

    private Stream<Named<Consumer<String>>> waysRound() {
        Map<String, Object> values = Map.of("admin", true);
        return Stream.of(
                way("complete", id -> tasks.complete(id)),
                way("complete with variables", id -> tasks.complete(id, values)),
                way("resolve", id -> tasks.resolveTask(id)),
                way("resolve with variables", id -> tasks.resolveTask(id, values)),
                way("error", id -> tasks.handleBpmnError(id, "CANCELLED")),
                way("escalation", id -> tasks.handleEscalation(id, "any")),
                way("set variable", id -> tasks.setVariable(id, "admin", true)),
                way("set local variable", id -> tasks.setVariableLocal(id, "admin", true)),
                way("set variables", id -> tasks.setVariables(id, values)),
                way("assign", id -> tasks.setAssignee(id, "advisor")),
                way("delegate", id -> tasks.delegateTask(id, "advisor")),
                way("rename", id -> tasks.setName(id, "mine")),
                way("variable of the instance", id -> instances.setVariable(task.getExecutionId(), "admin", true)),
                way("signal", id -> instances.signal(task.getExecutionId())),
                way("delete instance", id -> instances.deleteProcessInstance(task.getProcessInstanceId(), "gone")),
                way(
                        "modify instance",
                        id -> instances
                                .createProcessInstanceModification(task.getProcessInstanceId())
                                .startBeforeActivity(ACTIVATE)
                                .execute()),
                way("start", id -> instances.startProcessInstanceByKey(CREATION, number)),
                way("start with variables", id -> instances.startProcessInstanceByKey(CREATION, number, values)),
                way(
                        "start in the middle",
                        id -> instances
                                .createProcessInstanceByKey(CREATION)
                                .businessKey(number)
                                .startBeforeActivity(ACTIVATE)
                                .execute()),
                way(
                        "restart in the middle",
                        id -> instances
                                .restartProcessInstances(task.getProcessDefinitionId())
                                .processInstanceIds(task.getProcessInstanceId())
                                .startBeforeActivity(ACTIVATE)
                                .execute()),
                way(
                        "start the inner process",
                        id -> instances.startProcessInstanceByKey("email-verification", number)));
    }

    private static Named<Consumer<String>> way(String name, Consumer<String> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest
    @MethodSource("waysRound")
    void a_student_is_refused(Consumer<String> way) {
        identities.setAuthentication(number, List.of(Groups.STUDENTS));

        assertRefused(() -> way.accept(task.getId()));
    }

    @ParameterizedTest
    @MethodSource("waysRound")
    void an_advisor_is_refused(Consumer<String> way) {
        identities.setAuthentication("advisor", List.of(Groups.ADVISORS));

        assertRefused(() -> way.accept(task.getId()));
    }

    @ParameterizedTest
    @MethodSource("waysRound")
    void an_operator_is_refused(Consumer<String> way) {
        identities.setAuthentication("operator", List.of(Groups.OPERATORS));

        assertRefused(() -> way.accept(task.getId()));
    }

    @Test
    void another_student_cannot_send_the_form() {
        identities.setAuthentication("0000-0000", List.of(Groups.STUDENTS));

        Map<String, Object> password = Map.of("newPassword", Applicant.PASSWORD, "confirmPassword", Applicant.PASSWORD);

        assertRefused(() -> forms.submitTaskForm(task.getId(), password));
    }

    @Test
    void another_student_cannot_read_the_form() {
        identities.setAuthentication("0000-0000", List.of(Groups.STUDENTS));

        assertRefused(() -> forms.getTaskFormVariables(task.getId()));
    }

    @Test
    void the_applications_own_code_completes_no_task_without_its_form() {
        assertRefused(() -> tasks.complete(task.getId()));
    }

    /** What a task listener throws comes wrapped. */
    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(call)
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .isInstanceOf(AuthorizationException.class);
    }
}
