package org.amelionboarding.casework;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.Channel;
import org.amelionboarding.message.Languages;
import org.amelionboarding.message.MessagePurpose;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the page of a dossier can have to tell has its words, and nothing has words that is never told. */
class CaseTextsTest {

    static final List<String> LANGUAGES = Languages.ALL;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void what_was_passed_has_its_sentence(String language) throws IOException {
        assertThat(texts(language, "history."))
                .isEqualTo(named(CaseTextsTest::isTold).collect(toSet()));
    }

    private static boolean isTold(FlowNode node) {
        return node instanceof UserTask
                || node instanceof EndEvent
                || node instanceof BoundaryEvent
                || node instanceof IntermediateCatchEvent
                || node instanceof StartEvent start && !isPlainBeginningOfSubProcess(start);
    }

    private static boolean isPlainBeginningOfSubProcess(StartEvent start) {
        return start.getEventDefinitions().isEmpty() && !(start.getParentElement() instanceof Process);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void an_open_task_has_its_sentence(String language) throws IOException {
        assertThat(texts(language, "standing."))
                .isEqualTo(named(UserTask.class::isInstance).collect(toSet()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void a_timer_has_its_words(String language) throws IOException {
        assertThat(texts(language, "timer."))
                .isEqualTo(named(CaseTextsTest::isTimer).collect(toSet()));
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_message_says_what_it_is_for(String language) {
        assertThat(texts(language, "purpose.")).isEqualTo(names(MessagePurpose.values()));
        assertThat(texts(language, "channel-of.")).isEqualTo(names(Channel.values()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_end_of_a_dossier_and_every_way_to_ask_has_its_words(String language) {
        assertThat(texts(language, "closed.")).isEqualTo(names(Closure.values()));
        assertThat(texts(language, "channel.")).containsAll(names(RequestChannel.values()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_action_has_its_words_before_and_afterwards(String language) {
        for (CaseAction action : CaseAction.values()) {
            assertThat(texts(language, "offer.")).contains(action.name(), action + ".text", action + ".submit");
            assertThat(texts(language, "done.")).contains(action.name());
            assertThat(texts(language, "action.")).contains(action + ".DONE", action + ".REFUSED");
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(toSet());
    }

    /** What follows a beginning of the keys. */
    private static Set<String> texts(String language, String beginning) {
        String whole = "page.dossier." + beginning;
        return ResourceBundle.getBundle("texts/texts", Locale.forLanguageTag(language)).keySet().stream()
                .filter(key -> key.startsWith(whole))
                .map(key -> key.substring(whole.length()))
                .collect(toSet());
    }

    /** The elements of all models that are about a dossier. */
    private static Stream<String> named(Predicate<FlowNode> which) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .filter(file -> !file.endsWith("channel-outage.bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> named(model, which))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> named(BpmnModelInstance model, Predicate<FlowNode> which) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(which)
                .map(node -> process + "." + node.getId());
    }
}
