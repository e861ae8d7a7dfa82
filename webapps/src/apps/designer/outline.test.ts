import { describe, expect, it } from 'vitest';
import type { DiagramElement } from '@shared/bpmn/services';
import { outlineOf } from './outline';

function element(id: string, type = 'bpmn:Task', y = 0): DiagramElement {
  return { id, type, y, x: 0, businessObject: {} as never, children: [], incoming: [], outgoing: [], attachers: [] };
}

function within(parent: DiagramElement, ...children: DiagramElement[]): DiagramElement {
  parent.children?.push(...children);
  children.forEach((child) => (child.parent = parent));
  return parent;
}

function flow(source: DiagramElement, target: DiagramElement): DiagramElement {
  const drawn = { ...element(`${source.id}-${target.id}`, 'bpmn:SequenceFlow'), source, target, waypoints: [] };
  source.outgoing?.push(drawn);
  target.incoming?.push(drawn);
  return drawn;
}

const read = (root: DiagramElement) => outlineOf(root).map((line) => `${line.level} ${line.element.id}`);

describe('the outline', () => {
  it('follows the flow, not the order in which elements were drawn', () => {
    const [end, task, start] = [element('end', 'bpmn:EndEvent'), element('task'), element('start', 'bpmn:StartEvent')];
    const root = within(element('root'), end, task, start, flow(start, task), flow(task, end));
    expect(read(root)).toEqual(['1 start', '1 task', '1 end']);
  });

  it('tells each branch to its end before the next, and loops once', () => {
    const start = element('start', 'bpmn:StartEvent');
    const [choice, yes, afterYes, no] = [element('choice'), element('yes'), element('afterYes'), element('no')];
    const root = within(element('root'), start, no, afterYes, yes, choice);
    within(root, flow(start, choice), flow(choice, yes), flow(choice, no), flow(yes, afterYes), flow(no, choice));
    expect(read(root)).toEqual(['1 start', '1 choice', '1 yes', '1 afterYes', '1 no']);
    expect(outlineOf(root)[1]?.next.map(({ id }) => id)).toEqual(['yes', 'no']);
  });

  it('nests pools and subprocesses, and puts boundary events behind their activity', () => {
    const pool = element('pool', 'bpmn:Participant');
    const sub = element('sub', 'bpmn:SubProcess');
    const timer = { ...element('timer', 'bpmn:BoundaryEvent'), host: sub };
    const late = element('late');
    sub.attachers?.push(timer);
    within(sub, element('inner'));
    within(pool, late, sub, timer, flow(timer, late));
    expect(read(within(element('root'), pool))).toEqual(['1 pool', '2 late', '2 sub', '3 inner', '3 timer']);
  });

  it('keeps what nothing leads to', () => {
    const start = element('start', 'bpmn:StartEvent');
    expect(read(within(element('root'), element('island'), start))).toEqual(['1 start', '1 island']);
  });
});
