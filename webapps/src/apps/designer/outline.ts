import type { DiagramElement } from '@shared/bpmn/services';

/** A line of the outline: an element, how deep it lies, and where the flow goes from it. */
export interface OutlineLine {
  element: DiagramElement;
  level: number;
  next: DiagramElement[];
}

const CONTAINERS = ['bpmn:Participant', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'];
const FLOW = 'bpmn:SequenceFlow';

/**
 * The model in the order in which it is executed: from the start events along the flows, depth
 * first, then what nothing leads to. What lies in a pool or subprocess is one level deeper, and
 * boundary events follow the activity that they sit on.
 */
export function outlineOf(root: DiagramElement): OutlineLine[] {
  return linesIn(root, 1, new Set());
}

function linesIn(container: DiagramElement, level: number, seen: Set<DiagramElement>): OutlineLine[] {
  const own = (container.children ?? []).filter(isListed).sort(byPlace);
  const lines: OutlineLine[] = [];

  function follow(first: DiagramElement) {
    const waiting = [first];
    for (let element = waiting.pop(); element; element = waiting.pop()) {
      if (seen.has(element) || !own.includes(element)) {
        continue;
      }
      seen.add(element);
      const next = nextOf(element);
      lines.push({ element, level, next });
      if (CONTAINERS.includes(element.type)) {
        lines.push(...linesIn(element, level + 1, seen));
      }
      for (const attached of element.attachers ?? []) {
        if (!seen.has(attached)) {
          seen.add(attached);
          lines.push({ element: attached, level: level + 1, next: nextOf(attached) });
        }
      }
      const after = [element, ...(element.attachers ?? [])].flatMap(nextOf);
      waiting.push(...after.reverse());
    }
  }

  own.filter(isBeginning).forEach(follow);
  own.filter((element) => !element.host).forEach(follow);
  return lines;
}

function isListed(element: DiagramElement): boolean {
  return !element.labelTarget && !element.waypoints && element.type !== 'bpmn:Lane' && element.type !== 'label';
}

function isBeginning(element: DiagramElement): boolean {
  return element.type === 'bpmn:StartEvent';
}

function byPlace(a: DiagramElement, b: DiagramElement): number {
  return (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0);
}

function nextOf(element: DiagramElement): DiagramElement[] {
  return (element.outgoing ?? []).flatMap((flow) => (flow.type === FLOW && flow.target ? [flow.target] : []));
}
