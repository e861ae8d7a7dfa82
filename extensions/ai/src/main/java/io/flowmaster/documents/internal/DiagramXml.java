package io.flowmaster.documents.internal;

import io.flowmaster.documents.internal.Diagram.Flow;
import io.flowmaster.documents.internal.Diagram.Kind;
import io.flowmaster.documents.internal.Diagram.Node;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a diagram as BPMN 2.0 with its layout: lanes below each other, columns from left to right.
 */
final class DiagramXml {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final int LEFT = 160;
  private static final int TOP = 80;
  private static final int HEAD = 30;
  private static final int COLUMN = 150;
  private static final int LANE = 170;
  private static final int MIDDLE = 75;
  private static final int DETOUR = 20;
  private final Diagram diagram;
  private final String key;
  private final String name;
  private final Function<Node, String> documentation;
  private final StringWriter written = new StringWriter();
  private final XMLStreamWriter xml;

  private DiagramXml(Diagram diagram, String key, String name, Function<Node, String> documentation)
      throws XMLStreamException {
    this.diagram = diagram;
    this.key = key;
    this.name = name;
    this.documentation = documentation;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
  }

  /**
   * @param documentation of a node, empty for none
   */
  static String of(Diagram diagram, String key, String name, Function<Node, String> documentation) {
    try {
      DiagramXml writer = new DiagramXml(diagram, key, name, documentation);
      writer.write();
      return writer.written.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    open("bpmn:definitions");
    xml.writeAttribute("xmlns:bpmn", BPMN);
    xml.writeAttribute("xmlns:bpmndi", DI);
    xml.writeAttribute("xmlns:dc", DC);
    xml.writeAttribute("xmlns:di", DD);
    xml.writeAttribute("xmlns:xsi", XSI);
    xml.writeAttribute("xmlns:camunda", "http://camunda.org/schema/1.0/bpmn");
    attributes("id", "definitions", "targetNamespace", "http://flowmaster.io/bpmn");
    open("bpmn:collaboration", "id", "collaboration");
    empty("bpmn:participant", "id", "pool", "name", name, "processRef", key);
    xml.writeEndElement();
    process();
    layout();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void process() throws XMLStreamException {
    open("bpmn:process", "id", key, "name", name, "isExecutable", "true");
    open("bpmn:laneSet", "id", "lanes");
    List<String> lanes = diagram.lanes();
    for (int i = 0; i < lanes.size(); i++) {
      open("bpmn:lane", "id", "lane_" + (i + 1), "name", lanes.get(i));
      for (Node node : diagram.nodes()) {
        if (node.lane().equals(lanes.get(i))) {
          text("bpmn:flowNodeRef", node.id());
        }
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    for (Node node : diagram.nodes()) {
      node(node);
    }
    for (Flow flow : diagram.flows()) {
      flow(flow);
    }
    xml.writeEndElement();
  }

  private void node(Node node) throws XMLStreamException {
    open("bpmn:" + element(node), "id", node.id());
    if (!node.name().isEmpty()) {
      xml.writeAttribute("name", node.name());
    }
    if (node.kind() == Kind.DECISION) {
      for (Flow flow : diagram.flows()) {
        if (flow.from().equals(node) && flow.condition() == null) {
          xml.writeAttribute("default", flow.id());
        }
      }
    }
    String said = documentation.apply(node);
    if (!said.isEmpty()) {
      text("bpmn:documentation", said);
    }
    for (Flow flow : diagram.flows()) {
      if (flow.to().equals(node)) {
        text("bpmn:incoming", flow.id());
      }
    }
    for (Flow flow : diagram.flows()) {
      if (flow.from().equals(node)) {
        text("bpmn:outgoing", flow.id());
      }
    }
    xml.writeEndElement();
  }

  private static String element(Node node) {
    return switch (node.kind()) {
      case START -> "startEvent";
      case TASK -> "userTask";
      case DECISION, JOIN -> "exclusiveGateway";
      case END -> "endEvent";
    };
  }

  private void flow(Flow flow) throws XMLStreamException {
    open(
        "bpmn:sequenceFlow",
        "id",
        flow.id(),
        "sourceRef",
        flow.from().id(),
        "targetRef",
        flow.to().id());
    if (!flow.name().isEmpty()) {
      xml.writeAttribute("name", flow.name());
    }
    if (flow.condition() != null) {
      open("bpmn:conditionExpression", "xsi:type", "bpmn:tFormalExpression");
      xml.writeCharacters(flow.condition());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void layout() throws XMLStreamException {
    open("bpmndi:BPMNDiagram", "id", "diagram");
    open("bpmndi:BPMNPlane", "id", "plane", "bpmnElement", "collaboration");
    int width = HEAD + 60 + diagram.nodes().size() * COLUMN;
    int height = diagram.lanes().size() * LANE;
    shape("pool", LEFT - 60 - HEAD, TOP, width + HEAD, height, true);
    for (int i = 0; i < diagram.lanes().size(); i++) {
      shape("lane_" + (i + 1), LEFT - 60, TOP + i * LANE, width, LANE, true);
    }
    for (Node node : diagram.nodes()) {
      shape(
          node.id(),
          middle(node) - width(node) / 2,
          line(node) - height(node) / 2,
          width(node),
          height(node),
          false);
    }
    for (Flow flow : diagram.flows()) {
      edge(flow);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static int middle(Node node) {
    return LEFT + HEAD + node.column() * COLUMN + COLUMN / 2;
  }

  private int line(Node node) {
    return TOP + diagram.lanes().indexOf(node.lane()) * LANE + MIDDLE;
  }

  private static int width(Node node) {
    return switch (node.kind()) {
      case TASK -> 100;
      case DECISION, JOIN -> 50;
      default -> 36;
    };
  }

  private static int height(Node node) {
    return node.kind() == Kind.TASK ? 80 : width(node);
  }

  private void shape(String element, int x, int y, int width, int height, boolean horizontal)
      throws XMLStreamException {
    open("bpmndi:BPMNShape", "id", element + "_di", "bpmnElement", element);
    if (horizontal) {
      xml.writeAttribute("isHorizontal", "true");
    }
    empty(
        "dc:Bounds",
        "x",
        String.valueOf(x),
        "y",
        String.valueOf(y),
        "width",
        String.valueOf(width),
        "height",
        String.valueOf(height));
    xml.writeEndElement();
  }

  /**
   * To the next column straight or with one corner; further ones around, at the lane's lower rim.
   */
  private void edge(Flow flow) throws XMLStreamException {
    open("bpmndi:BPMNEdge", "id", flow.id() + "_di", "bpmnElement", flow.id());
    Node from = flow.from();
    Node to = flow.to();
    int right = middle(from) + width(from) / 2;
    int left = middle(to) - width(to) / 2;
    if (to.column() == from.column() + 1) {
      int turn = left - (COLUMN - 100) / 2;
      point(right, line(from));
      if (line(from) != line(to)) {
        point(turn, line(from));
        point(turn, line(to));
      }
      point(left, line(to));
    } else {
      int rim = line(from) + LANE - MIDDLE - DETOUR;
      int turn = middle(to) - COLUMN / 2;
      point(middle(from), line(from) + height(from) / 2);
      point(middle(from), rim);
      point(turn, rim);
      point(turn, line(to));
      point(left, line(to));
    }
    xml.writeEndElement();
  }

  private void point(int x, int y) throws XMLStreamException {
    empty("di:waypoint", "x", String.valueOf(x), "y", String.valueOf(y));
  }

  private void open(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
