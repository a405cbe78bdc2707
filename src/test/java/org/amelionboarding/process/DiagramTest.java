package org.amelionboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the models are drawn: advisors read them in Cockpit. */
class DiagramTest {

    private static final String MODELS = "org.amelionboarding.process.Model#all";

    @ParameterizedTest
    @MethodSource(MODELS)
    void every_flow_node_has_a_shape(Model model) {
        assertThat(model.all(FlowNode.class)).allMatch(node -> node.getDiagramElement() instanceof BpmnShape);
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void every_sequence_flow_has_an_edge(Model model) {
        assertThat(model.all(SequenceFlow.class)).allMatch(flow -> flow.getDiagramElement() instanceof BpmnEdge);
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void no_two_shapes_overlap(Model model) {
        for (FlowNode node : model.all(FlowNode.class)) {
            assertThat(model.all(FlowNode.class))
                    .filteredOn(other -> !other.equals(node) && !areJoined(node, other) && !areJoined(other, node))
                    .noneMatch(other -> bounds(other).intersects(bounds(node)));
        }
    }

    private static boolean areJoined(FlowNode inner, FlowNode outer) {
        return outer.equals(inner.getParentElement())
                || inner instanceof BoundaryEvent event && outer.equals(event.getAttachedTo());
    }

    @ParameterizedTest
    @MethodSource(MODELS)
    void a_sub_process_encloses_what_is_in_it(Model model) {
        for (SubProcess subProcess : model.all(SubProcess.class)) {
            assertThat(subProcess.getChildElementsByType(FlowNode.class))
                    .allMatch(node -> bounds(subProcess).contains(bounds(node)));
        }
    }

    /** A fresh picture lies in {@code target/diagrams} after {@code ./mvnw verify}. */
    @ParameterizedTest
    @MethodSource(MODELS)
    void the_picture_in_the_documents_shows_every_flow_node(Model model) throws IOException {
        String picture = Files.readString(Path.of("src/docs", model.file().replace(".bpmn", ".svg")));

        assertThat(model.all(FlowNode.class))
                .allMatch(node -> picture.contains("data-element-id=\"" + node.getId() + "\""));
    }

    private static Rectangle2D bounds(FlowNode node) {
        Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
