import { describe as group, expect, it } from 'vitest';
import type { ModdleElement } from '@shared/bpmn/services';
import { describe, isSame, typeName } from './changes';

const element = (id: string, type: string, name?: string) =>
  ({ id, $type: type, name }) as unknown as ModdleElement;
const none = { _added: {}, _removed: {}, _changed: {}, _layoutChanged: {} };

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

  it('says from what to what a property changed', () => {
    const flow = element('f', 'bpmn:SequenceFlow', 'Yes');
    const changes = describe({
      ...none,
      _changed: {
        f: {
          model: flow,
          attrs: {
            name: { oldValue: 'No', newValue: 'Yes' },
            conditionExpression: { newValue: { $type: 'bpmn:FormalExpression', body: '${ok}' } },
          },
        },
      },
    });
    expect(changes.changed[0]?.details).toEqual(['name: No → Yes', 'conditionExpression: – → ${ok}']);
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
