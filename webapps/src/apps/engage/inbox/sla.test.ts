import { describe, expect, test } from 'vitest';
import type { TaskView } from '../../../shared/api/schema';
import { standing } from './sla';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const aTask = (task: TaskView): TaskView => ({ status: 'OPEN', ...task });

describe('how a task stands with its time', () => {
  test('without a date it says nothing', () => {
    expect(standing(aTask({}), NOW)).toEqual({ level: 'none' });
  });

  test('a due date that passed is overdue, one to come is due', () => {
    expect(standing(aTask({ dueAt: '2026-03-01T11:59:00Z' }), NOW).level).toBe('overdue');
    expect(standing(aTask({ dueAt: '2026-03-01T12:01:00Z' }), NOW).level).toBe('due');
  });

  test('a task that is done is never overdue', () => {
    expect(standing(aTask({ status: 'COMPLETED', dueAt: '2026-03-01T11:59:00Z' }), NOW).level).toBe('due');
  });

  test('a promise comes before the due date', () => {
    const task = aTask({
      dueAt: '2026-02-01T00:00:00Z',
      sla: { state: 'ON_TRACK', dueAt: '2026-03-02T00:00:00Z' },
    });
    expect(standing(task, NOW)).toEqual({ level: 'track', at: '2026-03-02T00:00:00Z' });
  });

  test('a promise turns to risk and missed while the row is shown', () => {
    const sla = { state: 'ON_TRACK', warnAt: '2026-03-01T11:00:00Z', dueAt: '2026-03-01T13:00:00Z' } as const;
    expect(standing(aTask({ sla }), NOW).level).toBe('risk');
    expect(standing(aTask({ sla }), Date.parse('2026-03-01T13:00:00Z')).level).toBe('missed');
  });

  test('a promise that was kept stays kept', () => {
    expect(standing(aTask({ sla: { state: 'MET', dueAt: '2026-02-01T00:00:00Z' } }), NOW).level).toBe('met');
  });
});
