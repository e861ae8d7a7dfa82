package io.flowmaster.processes.internal;

/** The model that a new process begins with: from start to end, ready to be drawn on. */
final class StarterDiagram {
  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="FlowMaster" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
        <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
          <bpmn:startEvent id="StartEvent_1" name="Started">
            <bpmn:outgoing>Flow_1</bpmn:outgoing>
          </bpmn:startEvent>
          <bpmn:endEvent id="EndEvent_1" name="Done">
            <bpmn:incoming>Flow_1</bpmn:incoming>
          </bpmn:endEvent>
          <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="EndEvent_1" />
        </bpmn:process>
        <bpmndi:BPMNDiagram id="BPMNDiagram_1">
          <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="%1$s">
            <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1">
              <dc:Bounds x="180" y="160" width="36" height="36" />
              <bpmndi:BPMNLabel>
                <dc:Bounds x="179" y="203" width="38" height="14" />
              </bpmndi:BPMNLabel>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="EndEvent_1_di" bpmnElement="EndEvent_1">
              <dc:Bounds x="420" y="160" width="36" height="36" />
              <bpmndi:BPMNLabel>
                <dc:Bounds x="424" y="203" width="28" height="14" />
              </bpmndi:BPMNLabel>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1">
              <di:waypoint x="216" y="178" />
              <di:waypoint x="420" y="178" />
            </bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane>
        </bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  private StarterDiagram() {}

  /** The key is an XML name and stands as it is; the name is escaped. */
  static String of(String key, String name) {
    return XML.formatted(key, escaped(name));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
