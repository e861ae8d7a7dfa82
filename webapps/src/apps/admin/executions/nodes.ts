export interface FlowNode {
  id: string;
  name: string;
}

const NODES =
  /^(task|\w+Task|callActivity|subProcess|transaction|adHocSubProcess|\w+Gateway|startEvent|endEvent|intermediate\w+Event)$/;

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** The places of a process where a token can be put, in the order of the file. */
export function flowNodes(xml: string | undefined): FlowNode[] {
  if (!xml) {
    return [];
  }
  const model = new DOMParser().parseFromString(xml, 'application/xml');
  return [...model.getElementsByTagNameNS(BPMN, '*')]
    .filter((element) => NODES.test(element.localName) && element.id)
    .map((element) => ({
      id: element.id,
      name: element.getAttribute('name') || element.id,
    }));
}
