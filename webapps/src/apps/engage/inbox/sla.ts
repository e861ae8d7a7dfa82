import type { TaskView } from '../../../shared/api/schema';

/** How a task stands with the time that it has. */
export type Level = 'missed' | 'risk' | 'track' | 'met' | 'overdue' | 'due' | 'none';

export interface Standing {
  level: Level;
  /** When the time is, or was, over. */
  at?: string;
}

/**
 * What was promised for the task or its process comes first; a task without a promise stands by
 * its due date. The state is reckoned here as well, since a row may be older than its promise.
 */
export function standing(task: TaskView, now = Date.now()): Standing {
  const { sla } = task;
  if (sla?.state === 'MET' || sla?.state === 'MISSED') {
    return { level: sla.state === 'MET' ? 'met' : 'missed', at: sla.dueAt };
  }
  if (sla?.dueAt) {
    if (Date.parse(sla.dueAt) <= now) {
      return { level: 'missed', at: sla.dueAt };
    }
    const isAtRisk = sla.state === 'AT_RISK' || (sla.warnAt != null && Date.parse(sla.warnAt) <= now);
    return { level: isAtRisk ? 'risk' : 'track', at: sla.dueAt };
  }
  if (!task.dueAt) {
    return { level: 'none' };
  }
  const isOverdue = task.status === 'OPEN' && Date.parse(task.dueAt) <= now;
  return { level: isOverdue ? 'overdue' : 'due', at: task.dueAt };
}
