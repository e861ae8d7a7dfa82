import type { TaskView } from '../../shared/api/schema';

/** What somebody has to do; null stands for what nobody has claimed. */
export interface Workload {
  person: string | null;
  open: number;
  overdue: number;
  atRisk: number;
  escalated: number;
  oldest: string | undefined;
}

/** The open tasks by person; what nobody has comes first, then who has the most. */
export function workloads(tasks: TaskView[]): Workload[] {
  const loads = new Map<string | null, Workload>();
  for (const task of tasks) {
    const person = task.assignee ?? null;
    const load = loads.get(person) ?? {
      person,
      open: 0,
      overdue: 0,
      atRisk: 0,
      escalated: 0,
      oldest: undefined,
    };
    load.open += 1;
    load.overdue += task.overdue || task.sla?.state === 'MISSED' ? 1 : 0;
    load.atRisk += task.sla?.state === 'AT_RISK' ? 1 : 0;
    load.escalated += task.escalation ? 1 : 0;
    if (task.createdAt && (!load.oldest || task.createdAt < load.oldest)) {
      load.oldest = task.createdAt;
    }
    loads.set(person, load);
  }
  return [...loads.values()].sort((a, b) =>
    a.person === null ? -1 : b.person === null ? 1 : b.open - a.open,
  );
}
