import { expect, test } from 'vitest';
import type { TaskMention, TaskView } from '../../shared/api/schema';
import { noticesOf } from './notices';

const EVE = { userId: 'eve', groups: new Set(['staff']), roles: new Set(['employee']) };
const aTask = (id: string, more: Partial<TaskView> = {}): TaskView => ({ id, status: 'OPEN', ...more });
const told = (lists: Partial<Parameters<typeof noticesOf>[0]>, me = EVE) =>
  noticesOf({ mine: [], due: [], escalated: [], mentions: [], ...lists }, me).map(({ kind, task }) => `${kind} ${task.id}`);

test('what presses comes first, and each task is told of once', () => {
  const late = aTask('late', { overdue: true, dueAt: '2026-01-01T00:00:00Z' });
  const soon = aTask('soon', { dueAt: '2026-01-02T00:00:00Z' });
  expect(told({ mine: [aTask('new'), soon, late], due: [soon, late] })).toEqual([
    'overdue late',
    'soon soon',
    'assigned new',
  ]);
});

test('an escalation is told to whom it goes: a person, a group, or the managers', () => {
  const to = (id: string, whom?: string) => aTask(id, { escalation: { at: '2026-01-01T00:00:00Z', to: whom } });
  const escalated = [to('me', 'eve'), to('group', 'staff'), to('other', 'ben'), to('managers')];
  expect(told({ escalated })).toEqual(['escalated me', 'escalated group']);
  expect(told({ escalated }, { ...EVE, roles: new Set(['manager']) })).toEqual([
    'escalated me',
    'escalated group',
    'escalated managers',
  ]);
});

test('a task that ended concerns nobody', () => {
  expect(told({ mine: [aTask('done', { status: 'COMPLETED' })] })).toEqual([]);
});

test('a task that is escalated again is another notice', () => {
  const at = (time: string) =>
    noticesOf({ mine: [], due: [], mentions: [], escalated: [aTask('t', { escalation: { at: time, to: 'eve' } })] }, EVE)[0]?.id;
  expect(at('2026-01-01T00:00:00Z')).not.toBe(at('2026-01-02T00:00:00Z'));
});

test('each comment that calls the user is told of, whatever its task is told of for', () => {
  const aMention = (id: string, task: TaskView): TaskMention => ({
    comment: { id, at: '2026-01-01T00:00:00Z', author: 'ben', authorName: 'Ben', message: `@eve ${id}` },
    task,
  });
  const late = aTask('late', { overdue: true });
  const done = aTask('done', { status: 'COMPLETED' });
  const mentions = [aMention('c2', late), aMention('c1', late), aMention('c0', done)];
  expect(told({ due: [late], mine: [aTask('new')], mentions })).toEqual([
    'overdue late',
    'mentioned late',
    'mentioned late',
    'mentioned done',
    'assigned new',
  ]);
  const [first] = noticesOf({ mine: [], due: [], escalated: [], mentions }, EVE);
  expect(first).toMatchObject({ id: 'mentioned/c2', comment: { author: 'Ben', message: '@eve c2' } });
});
