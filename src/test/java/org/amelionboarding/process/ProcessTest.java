package org.amelionboarding.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.web.EveryColumn;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

/** The deployed models with their real delegates, gate and database, and a clock that moves when the test says so. */
@SpringBootTest
@ActiveProfiles("test")
abstract class ProcessTest {

    @Autowired
    Students students;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Time time;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Profiles profiles;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void stop_the_clock() {
        BpmnAwareTests.init(engine);
        time.stop();
    }

    @AfterEach
    void leave_no_incident_and_nothing_open() {
        try {
            assertThat(engine.getRuntimeService().createIncidentQuery().list()).isEmpty();
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .withException()
                            .list())
                    .isEmpty();
        } finally {
            time.goOn();
            endEverything();
        }
    }

    private void endEverything() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "The test is over"));
    }

    /** Brings a new student to the active account. Returns the number of the dossier. */
    String activeAccount() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        return dossier;
    }

    /** As the page behind the stop link does. */
    void stopReminders(String dossier) {
        profiles.stopReminders(dossier);
        engine.getRuntimeService()
                .createMessageCorrelation("REMINDERS_STOPPED")
                .processInstanceBusinessKey(dossier)
                .correlateAll();
    }

    static String inParis(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.of("Europe/Paris")).toString();
    }

    /** The end event that was passed last. */
    HistoricActivityInstance ending(ProcessInstance instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list()
                .stream()
                .filter(passed -> passed.getActivityType().endsWith("EndEvent"))
                .findFirst()
                .orElseThrow();
    }

    /** The running instance of a process for a dossier. */
    ProcessInstance instance(String process, String dossier) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(dossier)
                .singleResult();
    }

    /** Starts a service as the student from Tasklist does. */
    ProcessInstance start(String service, String student, String businessKey, Map<String, Object> fields) {
        return as(
                student,
                List.of("students"),
                () -> engine.getFormService().submitStartForm(definition(service), businessKey, fields));
    }

    /** As somebody who has signed in. */
    <T> T as(String person, List<String> groups, Supplier<T> deed) {
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return deed.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    String definition(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** The one open task of an instance. */
    Task task(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    /** Fills in the form of the one open task of an instance. */
    void submit(ProcessInstance instance, Map<String, Object> fields) {
        engine.getFormService().submitTaskForm(task(instance).getId(), fields);
    }

    /** What the form of the one open task shows. */
    Object shown(ProcessInstance instance, String field) {
        return engine.getFormService()
                .getTaskFormVariables(task(instance).getId())
                .get(field);
    }

    /** Every flow node that any instance of the definition has passed. */
    Set<String> passed(ProcessInstance some) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(some.getProcessDefinitionId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    /** Columns of any table in which one of the words stands in the clear. */
    List<String> columnsWith(String... words) {
        List<String> found = new ArrayList<>();
        new EveryColumn(jdbc).forEach((column, value) -> {
            String content = new String(value, UTF_8);
            if (Arrays.stream(words).anyMatch(content::contains)) {
                found.add(column);
            }
        });
        return found;
    }

    /** Every flow node of a model. */
    static Set<String> elements(String process) throws IOException {
        Model model = Model.all().stream()
                .filter(some -> some.file().equals(process + ".bpmn"))
                .findFirst()
                .orElseThrow();
        return model.all(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet());
    }

    /** Whether it was done; refused or outrun it was not. */
    static Callable<Boolean> attempt(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }

    /** Camunda's assertions; AssertJ's own are called {@code assertThat}. */
    static ProcessInstanceAssert assertThatProcess(ProcessInstance instance) {
        return BpmnAwareTests.assertThat(instance);
    }
}
