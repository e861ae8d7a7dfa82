import { beforeAll, describe as group, expect, it } from 'vitest';
import type { ModdleElement } from '@shared/bpmn/services';
import { compare, describe, isSame, typeName } from './changes';

const element = (id: string, type: string, name?: string) =>
  ({ id, $type: type, name }) as unknown as ModdleElement;

const model = (flow: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <process id="p">
    <startEvent id="a" /><endEvent id="b" />
    <sequenceFlow id="f" sourceRef="a" targetRef="b" ${flow} />
  </process>
</definitions>`;

const none = { _added: {}, _removed: {}, _changed: {}, _layoutChanged: {} };

// The reader of BPMN takes seconds to load on a busy machine, which is no part of a test.
beforeAll(() => import('@shared/bpmn/readModel'), 120_000);

group('what changed', () => {
  it('names elements by sort and name, and by id when they have none', () => {
    const changes = describe({
      ...none,
      _added: { a: element('a', 'bpmn:UserTask', 'Approve') },
      _removed: { b: element('b', 'bpmn:ExclusiveGateway') },
    });
    expect(changes.added[0]?.name).toBe('User task “Approve”');
    expect(changes.removed[0]?.name).toBe('Exclusive gateway b');
  });

  it('says from what to what a property changed', async () => {
    const changes = await compare(model('name="No"'), model('name="Yes"'));
    expect(changes.changed).toEqual([{ id: 'f', name: 'Sequence flow “Yes”', details: ['name: No → Yes'] }]);
  });

  it('says what was set and what was taken away', async () => {
    const [without, withName] = [model(''), model('name="Yes"')];
    expect((await compare(without, withName)).changed[0]?.details).toEqual(['name: – → Yes']);
    expect((await compare(withName, without)).changed[0]?.details).toEqual(['name: Yes → –']);
  });

  it('does not say of what is new that it moved', () => {
    const added = element('a', 'bpmn:Task');
    const changes = describe({ ...none, _added: { a: added }, _layoutChanged: { a: added } });
    expect(changes.moved).toEqual([]);
  });

  it('knows when nothing changed', () => {
    expect(isSame(describe(none))).toBe(true);
  });

  it('says types as people do', () => {
    expect(typeName('bpmn:IntermediateCatchEvent')).toBe('Intermediate catch event');
  });
});
