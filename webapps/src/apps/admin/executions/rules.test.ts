import { describe, expect, it } from 'vitest';
import { bulkFilterOf, filterOf, isCondition } from './filter';
import { marksOf } from './marks';
import { flowNodes } from './nodes';
import { actionsFor } from './rules';
import { waiting } from './tokens';
import { kindOf, parse, textOf } from './variables';

describe('a variable that is edited', () => {
  it.each([['12'], [12], [true], [null], [{ a: [1] }], [[1, 'x']], ['']])(
    'keeps its type: %j',
    (value) => {
      expect(parse(kindOf(value), textOf(value))).toEqual({ ok: true, value });
    },
  );

  it.each([
    ['number', ''],
    ['number', 'twelve'],
    ['number', '1,5'],
    ['boolean', 'yes'],
    ['json', '{a: 1}'],
  ] as const)('is refused as %s when it is "%s"', (kind, text) => {
    expect(parse(kind, text).ok).toBe(false);
  });
});

describe('the filters of the list', () => {
  const filters = (query: string) => {
    const params = new URLSearchParams(query);
    return {
      one: (name: string) => params.get(name) ?? undefined,
      many: (name: string) => params.getAll(name),
    };
  };

  it('leave out what is not set or makes no sense', () => {
    expect(filterOf(filters('status=FAILED&status=NONSENSE&version=x&variable=broken'))).toEqual({
      status: ['FAILED'],
    });
  });

  it('go to a bulk action as they are', () => {
    const filter = filterOf(filters('hasIncident=true&variable=amount:gt:5&q=a'));
    expect(bulkFilterOf(filter)).toEqual({ q: 'a', hasIncident: true, variables: ['amount:gt:5'] });
  });

  it('know a condition when they see one, colons in its value and all', () => {
    expect(isCondition('at:eq:12:30')).toBe(true);
    expect(isCondition('amount:more:5')).toBe(false);
    expect(isCondition(':eq:5')).toBe(false);
  });
});

describe('what can be done', () => {
  it('with one that ended: run it again', () => {
    expect(actionsFor({ status: 'CANCELLED' })).toEqual(['restart']);
  });

  it('with one that failed: retry first', () => {
    expect(actionsFor({ status: 'RUNNING', incidents: [{}] })[0]).toBe('retry');
  });

  it('with a called one: everything but migration, which goes with its caller', () => {
    expect(actionsFor({ status: 'RUNNING', parentId: 'p' })).not.toContain('migrate');
  });

  it('with a paused one: resume, not pause', () => {
    const actions = actionsFor({ status: 'PAUSED' });
    expect(actions).toContain('resume');
    expect(actions).not.toContain('pause');
  });
});

describe('the diagram', () => {
  it('shows tokens, incidents at the call that leads to them, and visits', () => {
    const marks = marksOf(
      {
        activities: [{ activityId: 'a' }, { activityId: 'a' }, { activityId: 'call' }],
        incidents: [{ activityId: 'inner', callActivityId: 'call' }],
      },
      [
        { type: 'ACTIVITY_STARTED', activityId: 'a' },
        { type: 'ACTIVITY_COMPLETED', activityId: 'a' },
        { type: 'ACTIVITY_STARTED', activityId: 'a' },
      ],
    );
    expect(marks).toEqual({ tokens: { a: 2, call: 1 }, incidents: { call: 1 }, heat: { a: 2 } });
  });

  it('offers each place once, with its tokens counted', () => {
    expect(waiting({ activities: [{ activityId: 'a', name: 'A' }, { activityId: 'a' }] })).toEqual([
      { id: 'a', name: 'a', count: 2 },
    ]);
  });

  it('knows the nodes of a model, not its flows and events at the border', () => {
    const xml = `<x:definitions xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL">
      <x:process id="p"><x:startEvent id="s"/><x:userTask id="u" name="Check"/>
      <x:boundaryEvent id="b"/><x:sequenceFlow id="f"/></x:process></x:definitions>`;
    expect(flowNodes(xml)).toEqual([
      { id: 's', name: 's' },
      { id: 'u', name: 'Check' },
    ]);
    expect(flowNodes('<broken')).toEqual([]);
  });
});
