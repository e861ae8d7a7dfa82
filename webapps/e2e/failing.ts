import type { APIRequestContext } from '@playwright/test';
import { callApi } from './support';

/** Publishes a process that compares `amount` with a number, and so fails for a word; answers its key. */
export async function publishFailing(request: APIRequestContext): Promise<string> {
  const key = `weigh-${Date.now()}`;
  const made = (await callApi(request, 'designer', 'POST', '/processes', {
    name: `Weigh ${key}`,
    bpmnXml: failing(key),
  })) as { id: string };
  await callApi(request, 'designer', 'POST', `/processes/${made.id}/publish`, { changelog: 'First' });
  return key;
}

/** Starts it with a word; answers the execution's id. */
export async function startFailing(request: APIRequestContext, processKey: string, businessKey: string): Promise<string> {
  const started = (await callApi(request, 'admin', 'POST', '/executions', {
    processKey,
    businessKey,
    variables: { amount: 'many' },
  })) as { id: string };
  return started.id;
}

function failing(key: string): string {
  const shape = (id: string, x: number, width: number, height: number) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${140 - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  const edge = (id: string, from: number, to: number) =>
    `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="140" /><di:waypoint x="${to}" y="140" /></bpmndi:BPMNEdge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">
<bpmn:process id="${key}" name="Weigh ${key}" isExecutable="true" camunda:historyTimeToLive="30">
<bpmn:startEvent id="Start"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
<bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Compare" />
<bpmn:serviceTask id="Compare" name="Compare the amount" camunda:asyncBefore="true" camunda:expression="\${amount &gt; 10}" camunda:resultVariable="isLarge"><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R1/PT1S</camunda:failedJobRetryTimeCycle></bpmn:extensionElements><bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:serviceTask>
<bpmn:sequenceFlow id="F2" sourceRef="Compare" targetRef="End" />
<bpmn:endEvent id="End"><bpmn:incoming>F2</bpmn:incoming></bpmn:endEvent>
</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="${key}">
${shape('Start', 100, 36, 36)}${shape('Compare', 200, 100, 80)}${shape('End', 370, 36, 36)}${edge('F1', 136, 200)}${edge('F2', 300, 370)}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}
