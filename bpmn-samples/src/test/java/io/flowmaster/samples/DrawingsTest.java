package io.flowmaster.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing can be read when lines run straight, meet nothing on their way and labels are free. */
class DrawingsTest {
  private static final double NEAR = 0.5;

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void linesRunAtRightAngles(Sample sample) {
    for (BpmnEdge edge : edges(sample.model())) {
      assertThat(segments(edge))
          .as(edge.getId())
          .allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noSequenceFlowCrossesAnother(Sample sample) {
    List<BpmnEdge> flows =
        edges(sample.model()).stream()
            .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
            .toList();
    for (int i = 0; i < flows.size(); i++) {
      for (int j = i + 1; j < flows.size(); j++) {
        assertThat(meet(flows.get(i), flows.get(j)))
            .as("%s crosses %s", flows.get(i).getId(), flows.get(j).getId())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noLineRunsThroughAShape(Sample sample) {
    BpmnModelInstance model = sample.model();
    for (BpmnEdge edge : edges(model)) {
      for (BpmnShape shape : nodes(model)) {
        Rectangle2D inside = shrunk(box(shape.getBounds()), NEAR);
        assertThat(segments(edge))
            .as("%s through %s", edge.getId(), shape.getId())
            .noneMatch(line -> inside.intersectsLine(line));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void labelsTouchNeitherLinesNorShapesNorEachOther(Sample sample) {
    BpmnModelInstance model = sample.model();
    List<BpmnLabel> labels = new ArrayList<>(model.getModelElementsByType(BpmnLabel.class));
    for (int i = 0; i < labels.size(); i++) {
      Rectangle2D label = shrunk(box(labels.get(i).getBounds()), 1);
      String name = labels.get(i).getParentElement().getAttributeValue("id");
      assertThat(edges(model).stream().flatMap(edge -> segments(edge).stream()))
          .as("line through the label of %s", name)
          .noneMatch(label::intersectsLine);
      assertThat(nodes(model))
          .as("shape over the label of %s", name)
          .noneMatch(s -> !s.getId().equals(name) && label.intersects(box(s.getBounds())));
      for (int j = i + 1; j < labels.size(); j++) {
        assertThat(label.intersects(box(labels.get(j).getBounds())))
            .as("label of %s over another", name)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everythingStandsInItsLane(Sample sample) {
    BpmnModelInstance model = sample.model();
    for (Lane lane : model.getModelElementsByType(Lane.class)) {
      Rectangle2D room = box(shape(model, lane).getBounds());
      for (FlowNode node : lane.getFlowNodeRefs()) {
        assertThat(room.contains(box(shape(model, node).getBounds())))
            .as("%s in %s", node.getId(), lane.getName())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everythingThatADiagramShowsHasAName(Sample sample) {
    BpmnModelInstance model = sample.model();
    assertThat(model.getModelElementsByType(FlowNode.class))
        .filteredOn(node -> !joins(node) && !compensates(node))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    assertThat(model.getModelElementsByType(SequenceFlow.class))
        .filteredOn(flow -> flow.getConditionExpression() != null)
        .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
    assertThat(model.getModelElementsByType(Participant.class))
        .allSatisfy(pool -> assertThat(pool.getName()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void thePictureWasDrawnFromThisDiagram(Sample sample) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sample.diagram()));
    assertThat(Sample.text(sample.picture()))
        .as("draw the pictures again: see bpmn-samples/pictures/render.mjs")
        .contains("drawn from sha256 " + HexFormat.of().formatHex(digest));
  }

  /** A gateway that only splits in parallel, or only joins, says all with its symbol. */
  private static boolean joins(FlowNode node) {
    return node.getElementType().getTypeName().equals("parallelGateway")
        || node.getOutgoing().size() == 1
            && node.getElementType().getTypeName().endsWith("Gateway");
  }

  private static boolean compensates(FlowNode node) {
    return node instanceof Event && node.getOutgoing().isEmpty() && node.getIncoming().isEmpty();
  }

  private static Collection<BpmnEdge> edges(BpmnModelInstance model) {
    return model.getModelElementsByType(BpmnEdge.class);
  }

  private static List<BpmnShape> nodes(BpmnModelInstance model) {
    return model.getModelElementsByType(BpmnShape.class).stream()
        .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
        .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
        .toList();
  }

  private static BpmnShape shape(BpmnModelInstance model, BaseElement element) {
    return model.getModelElementById(element.getId() + "_di");
  }

  private static boolean meet(BpmnEdge one, BpmnEdge other) {
    return segments(one).stream()
        .anyMatch(a -> segments(other).stream().anyMatch(b -> crosses(a, b)));
  }

  /** Flows that end at the same shape may meet there; that is no crossing. */
  private static boolean crosses(Line2D a, Line2D b) {
    boolean sameEnd =
        Stream.of(b.getP1(), b.getP2()).anyMatch(p -> p.equals(a.getP1()) || p.equals(a.getP2()));
    return !sameEnd && a.intersectsLine(b);
  }

  private static List<Line2D> segments(BpmnEdge edge) {
    List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
    List<Line2D> lines = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    return lines;
  }

  private static Rectangle2D box(Bounds b) {
    return new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight());
  }

  private static Rectangle2D shrunk(Rectangle2D box, double by) {
    return new Rectangle2D.Double(
        box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
  }
}
