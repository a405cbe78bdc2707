package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** How the models are named and wired: one name for one thing in model, form and code, and no process variable. */
@SpringBootTest
@ActiveProfiles("test")
class ModelTest {

    private static final String MODELS = "org.amelionboarding.process.Model#all";
    private static final String EMBEDDED = "embedded:deployment:";

    @Autowired
    ApplicationContext beans;

    @ParameterizedTest
    @MethodSource(MODELS)
    void the_process_is_called_as_its_file(Model model) {
        assertThat(model.all(Process.class))
                .extracting(process -> process.getId() + ".bpmn")
                .containsExactly(model.file());
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void the_process_says_how_long_its_history_is_kept(Model model) {
        assertThat(model.all(Process.class))
                .extracting(Process::getCamundaHistoryTimeToLiveString)
                .allMatch(duration -> duration.matches("P\\d+D"));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void ids_tell_what_an_element_is_and_what_it_means(Model model) {
        assertThat(model.all(FlowElement.class))
                .allMatch(element -> element.getId().matches(kind(element) + "_([A-Z][a-z]*)+"));
    }

    private static String kind(FlowElement element) {
        return Stream.of(
                        SequenceFlow.class,
                        Event.class,
                        Gateway.class,
                        CallActivity.class,
                        SubProcess.class,
                        Task.class)
                .filter(kind -> kind.isInstance(element))
                .map(Class::getSimpleName)
                .map(name -> name.equals("SequenceFlow") ? "Flow" : name)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void each_end_event_names_a_result_of_its_own(Model model) {
        assertThat(model.all(EndEvent.class))
                .extracting(EndEvent::getName)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_decision_is_a_question(Model model) {
        assertThat(decisions(model)).extracting(ExclusiveGateway::getName).allMatch(name -> name.endsWith("?"));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void each_way_out_of_a_decision_is_an_answer(Model model) {
        assertThat(decisions(model))
                .flatExtracting(ExclusiveGateway::getOutgoing)
                .extracting(SequenceFlow::getName)
                .doesNotContainNull();
    }

    private static List<ExclusiveGateway> decisions(Model model) {
        return model.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_service_task_is_done_by_the_class_of_its_name(Model model) {
        assertThat(model.all(ServiceTask.class))
                .allMatch(task -> classOf(task.getCamundaDelegateExpression()).equals(name(task)));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_business_rule_task_is_done_by_the_class_of_its_name(Model model) {
        assertThat(model.all(BusinessRuleTask.class))
                .allMatch(task -> classOf(task.getCamundaDelegateExpression()).equals(name(task)));
    }

    private String classOf(String delegateExpression) {
        String bean = delegateExpression.replaceAll("^\\$\\{|}$", "");
        return beans.getType(bean).getSimpleName();
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_user_task_has_the_form_of_its_name(Model model) {
        assertThat(model.all(UserTask.class))
                .allMatch(
                        task -> task.getCamundaFormKey().equals(EMBEDDED + "forms/" + kebabCase(name(task)) + ".html"));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void every_form_exists(Model model) {
        Stream<String> ofTasks = model.all(UserTask.class).stream().map(UserTask::getCamundaFormKey);
        Stream<String> ofStarts = model.all(StartEvent.class).stream().map(StartEvent::getCamundaFormKey);

        assertThat(Stream.concat(ofTasks, ofStarts).filter(Objects::nonNull))
                .allMatch(key -> Files.exists(Path.of(key.substring(EMBEDDED.length()))));
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void nothing_becomes_a_process_variable(Model model) {
        assertThat(model.all(CamundaInputOutput.class)).isEmpty();
        assertThat(model.all(CamundaFormData.class)).isEmpty();
        assertThat(model.all(CamundaOut.class)).isEmpty();
        assertThat(model.all(StartEvent.class)).allMatch(start -> start.getCamundaInitiator() == null);
        assertThat(model.all(ServiceTask.class)).allMatch(task -> task.getCamundaResultVariable() == null);
        assertThat(model.all(BusinessRuleTask.class)).allMatch(task -> task.getCamundaResultVariable() == null);
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_called_process_gets_the_business_key_and_nothing_else(Model model) {
        assertThat(model.all(CamundaIn.class))
                .hasSameSizeAs(model.all(CallActivity.class))
                .allMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))
                .allMatch(in -> in.getCamundaSource() == null
                        && in.getCamundaSourceExpression() == null
                        && in.getCamundaVariables() == null);
    }

    private static String name(Task task) {
        return task.getId().substring("Task_".length());
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
