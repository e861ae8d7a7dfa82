/** Models for the browser tests, and a way to compare what was in them. */

const NODES = 500;
const PER_ROW = 25;

/** A line of 500 elements, with properties of the engine and of a vendor that nobody here knows. */
export function largeModel(key: string): string {
  const nodes: string[] = [];
  const flows: string[] = [];
  const drawn: string[] = [];
  for (let at = 0; at < NODES; at++) {
    const isTask = at > 0 && at < NODES - 1;
    const tag = at === 0 ? 'startEvent' : isTask ? 'userTask' : 'endEvent';
    const flow = (from: number) => `Flow_${from}`;
    nodes.push(
      `<bpmn:${tag} id="Node_${at}" name="Step ${at}"${isTask ? ' camunda:assignee="employee" acme:cost="12"' : ''}>` +
        (isTask ? `<bpmn:extensionElements><acme:audit level="high"><acme:note>Keep ${at}</acme:note></acme:audit></bpmn:extensionElements>` : '') +
        (at > 0 ? `<bpmn:incoming>${flow(at - 1)}</bpmn:incoming>` : '') +
        (at < NODES - 1 ? `<bpmn:outgoing>${flow(at)}</bpmn:outgoing>` : '') +
        `</bpmn:${tag}>`,
    );
    const [x, y] = place(at);
    const [width, height] = isTask ? [100, 80] : [36, 36];
    drawn.push(
      `<bpmndi:BPMNShape id="Node_${at}_di" bpmnElement="Node_${at}"><dc:Bounds x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`,
    );
    if (at < NODES - 1) {
      const [toX, toY] = place(at + 1);
      flows.push(`<bpmn:sequenceFlow id="Flow_${at}" sourceRef="Node_${at}" targetRef="Node_${at + 1}" />`);
      drawn.push(
        `<bpmndi:BPMNEdge id="Flow_${at}_di" bpmnElement="Flow_${at}"><di:waypoint x="${x}" y="${y}" /><di:waypoint x="${toX}" y="${toY}" /></bpmndi:BPMNEdge>`,
      );
    }
  }
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:acme="http://acme.example/audit" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">' +
    `<bpmn:process id="${key}" name="Large" isExecutable="true" camunda:historyTimeToLive="30">${nodes.join('')}${flows.join('')}</bpmn:process>` +
    `<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="${key}">${drawn.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>` +
    '</bpmn:definitions>'
  );
}

function place(at: number): [number, number] {
  return [200 + (at % PER_ROW) * 160, 200 + Math.floor(at / PER_ROW) * 140];
}

/** Every tag with its attributes in order, and every text, but not where things are drawn. */
export function withoutLayout(xml: string): string[] {
  return [...xml.replace(/<bpmndi:BPMNLabel\s*\/>|<bpmndi:BPMNLabel>[^]*?<\/bpmndi:BPMNLabel>/g, '').matchAll(/<([\w:]+)([^>]*?)\/?>|>([^<>]*\S[^<>]*)</g)]
    .map(([, tag, attributes = '', text]) =>
      tag ? [tag, ...(attributes.match(/[\w:]+="[^"]*"/g) ?? []).sort()].join(' ') : (text ?? '').trim(),
    )
    .sort();
}
