import { describe, expect, it } from 'vitest';
import { workloads } from './board';
import { opposite } from './tasks.queries';

describe('the team board', () => {
  it('counts by person, what nobody has first, then who has the most', () => {
    const loads = workloads([
      { assignee: 'ana', createdAt: '2026-01-02T00:00:00Z' },
      { assignee: 'ben', overdue: true, createdAt: '2026-01-03T00:00:00Z' },
      { assignee: 'ben', sla: { state: 'AT_RISK' }, createdAt: '2026-01-01T00:00:00Z' },
      { escalation: { reason: 'late' } },
    ]);

    expect(loads.map((load) => load.person)).toEqual([null, 'ben', 'ana']);
    expect(loads[1]).toMatchObject({
      open: 2,
      overdue: 1,
      atRisk: 1,
      oldest: '2026-01-01T00:00:00Z',
    });
    expect(loads[0]).toMatchObject({ open: 1, escalated: 1, oldest: undefined });
  });

  it('counts a task that is overdue and missed its SLA once', () => {
    expect(workloads([{ overdue: true, sla: { state: 'MISSED' } }])[0]?.overdue).toBe(1);
  });
});

describe('a decision is taken back', () => {
  it('by what was before', () => {
    const before = { assignee: 'ana', dueAt: '2026-01-01T00:00:00Z', priority: 70 };
    expect(opposite({ assignee: 'ben' }, before)).toEqual({ assignee: 'ana' });
    expect(opposite({ dueAt: null }, before)).toEqual({ dueAt: '2026-01-01T00:00:00Z' });
    expect(opposite({ priority: 1 }, before)).toEqual({ priority: 70 });
  });

  it('even when there was nothing', () => {
    expect(opposite({ assignee: 'ben' }, {})).toEqual({ assignee: null });
    expect(opposite({ dueAt: '2026-01-01T00:00:00Z' }, {})).toEqual({ dueAt: null });
  });
});
